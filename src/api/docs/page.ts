import type { OpenApi, Operation } from "./document.ts";
import { type Html, html } from "./html.ts";
import { schemaHtml, typeHtml } from "./schema-html.ts";

/** The page that describes an API and lets a reader try it; scripts and styles come from its own host. */
export function docsPage(document: OpenApi, example: unknown): string {
  const { info, paths, components } = document;
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${info.title} · 接口说明 / API</title>
        <link rel="stylesheet" href="/api/docs/page.css" />
        <script type="module" src="/api/docs/try.js"></script>
      </head>
      <body>
        <header>
          <p><a href="/">落户 Luohu</a></p>
          <h1>接口说明 <span lang="en">API</span></h1>
          <p>${info.description} ${info.version}</p>
          <p>
            <a href="/api/openapi.json">OpenAPI 3.1</a> ·
            <a href="/api/schema/dossier">JSON Schema</a>
          </p>
          <nav aria-label="接口 / Operations">
            <ul>
              ${operations.map(
                ({ path, method, operation }) =>
                  html`<li>
                    <a href="#${operation.operationId}"
                      ><code>${method.toUpperCase()} ${path}</code></a
                    >
                    ${operation.summary}
                  </li>`,
              )}
            </ul>
          </nav>
        </header>
        <main>
          ${operations.map(({ path, method, operation }) => operationHtml(path, method, operation, example))}
          <h2 id="schemas">数据格式 / Schemas</h2>
          ${Object.entries(components.schemas).map(
            ([name, schema]) =>
              html`<section class="schema" aria-labelledby="schema-${name}">
                <h3 id="schema-${name}"><code>${name}</code></h3>
                ${schemaHtml(schema)}
              </section>`,
          )}
        </main>
      </body>
    </html> `.markup;
}

function operationHtml(path: string, method: string, operation: Operation, example: unknown): Html {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  return html`<section class="operation" aria-labelledby="${operationId}">
    <h2 id="${operationId}">
      <code><span class="method">${method.toUpperCase()}</span> ${path}</code>
    </h2>
    <p class="summary">${summary}</p>
    ${description === undefined ? undefined : html`<p>${description}</p>`}
    ${
      parameters.length === 0
        ? undefined
        : html`<h3>查询参数 / Query</h3>
            <dl>
              ${parameters.map(
                ({ name, description: about, schema = {} }) =>
                  html`<dt><code>${name}</code> ${typeHtml(schema)}</dt>
                    <dd><p>${about}</p></dd>`,
              )}
            </dl>`
    }
    ${
      requestBody === undefined
        ? undefined
        : html`<h3>正文 / Body</h3>
            <ul>
              ${Object.entries(requestBody.content).map(
                ([type, { schema = {} }]) =>
                  html`<li><code>${type}</code>: ${typeHtml(schema)}</li>`,
              )}
            </ul>`
    }
    <h3>答复 / Answers</h3>
    <dl>
      ${Object.entries(responses).map(
        ([status, { description: about, content = {} }]) =>
          html`<dt>
              <code>${status}</code> ${Object.entries(content).map(
                ([type, { schema = {} }]) => html`<code>${type}</code>: ${typeHtml(schema)}`,
              )}
            </dt>
            <dd><p>${about}</p></dd>`,
      )}
    </dl>
    ${formHtml(path, method, operation, example)}
  </section>`;
}

function formHtml(path: string, method: string, operation: Operation, example: unknown): Html {
  const { operationId, parameters = [], requestBody } = operation;
  return html`<details class="try">
    <summary>试一试 / Try it</summary>
    <form action="${path}" data-method="${method.toUpperCase()}">
      ${parameters.map(
        ({ name }) =>
          html`<label
            >${name} <input name="${name}" autocomplete="off" spellcheck="false"
          /></label>`,
      )}
      ${
        requestBody === undefined
          ? undefined
          : html`<label
              >正文 / Body (JSON)<textarea name="body" rows="14" spellcheck="false">
${JSON.stringify(example, null, 2)}</textarea>
            </label>`
      }
      <button>发送 / Send</button>
    </form>
    <output id="${operationId}-answer" aria-live="polite"></output>
  </details>`;
}
