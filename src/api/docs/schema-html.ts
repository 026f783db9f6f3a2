import type { Schema } from "./document.ts";
import { type Html, html } from "./html.ts";

/** A schema in words: a link to a named one, or its type, limits, values and fields. */
export function schemaHtml(schema: Schema): Html {
  const fields = Object.entries(schema.properties ?? {});
  return html`${describe(schema)}${values(schema)}${
    fields.length === 0
      ? undefined
      : html`<dl>
          ${fields.map(([name, field]) => fieldHtml(name, field, schema.required ?? []))}
        </dl>`
  }${inside(schema)}`;
}

function fieldHtml(name: string, schema: Schema, required: readonly string[]): Html {
  const must = required.includes(name)
    ? html` <strong class="must">必填 / required</strong>`
    : undefined;
  return html`<dt><code>${name}</code> ${typeHtml(schema)}${must}</dt>
    <dd>${schemaHtml(schema)}</dd>`;
}

/** The type in a few words, with a link where it has a name. */
export function typeHtml(schema: Schema): Html {
  const name = refName(schema.$ref);
  if (name !== undefined) return html`<a href="#schema-${name}">${name}</a>`;
  if (schema.type === "array")
    return html`<span class="type">[ ${typeHtml(schema.items ?? {})} ]</span>`;
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  const parts = schema.anyOf ?? schema.oneOf;
  if (schema.type === undefined && parts !== undefined) {
    const choice = isChoice(parts) ? "enum" : undefined;
    return choice === undefined
      ? html`${parts.map((part, index) => html`${index === 0 ? "" : " | "}${typeHtml(part)}`)}`
      : html`<span class="type">${choice}</span>`;
  }
  const types = [schema.type ?? "any"].flat().join(" | ");
  return html`<span class="type"
    >${types}${schema.format === undefined ? "" : ` (${schema.format})`}</span
  >`;
}

const refName = (ref: string | undefined): string | undefined => ref?.split("/").at(-1);

const isChoice = (parts: readonly Schema[]): boolean =>
  parts.every((part) => part.const !== undefined);

function describe(schema: Schema): Html | undefined {
  const words = [schema.title, schema.description].filter((text) => text !== undefined);
  const limits = [
    schema.pattern === undefined || schema.format !== undefined ? undefined : schema.pattern,
    schema.minimum === undefined ? undefined : `≥ ${schema.minimum}`,
    schema.maximum === undefined || schema.maximum > 1e12 ? undefined : `≤ ${schema.maximum}`,
    schema.examples === undefined
      ? undefined
      : `例 / e.g. ${schema.examples.map((one) => JSON.stringify(one)).join(", ")}`,
  ].filter((text) => text !== undefined);
  if (words.length === 0 && limits.length === 0) return undefined;
  const note =
    limits.length === 0 ? undefined : html` <span class="limits">${limits.join(" · ")}</span>`;
  return html`<p>
    ${words.map((text, index) => html`${index === 0 ? "" : html`<br />`}${text}`)}${note}
  </p>`;
}

/** The values of a choice, each with what it means. */
function values(schema: Schema): Html | undefined {
  if (schema.enum !== undefined) {
    return html`<p class="values">
      ${schema.enum.map((value) => html`<code>${JSON.stringify(value)}</code> `)}
    </p>`;
  }
  const parts = schema.oneOf ?? schema.anyOf ?? [];
  if (parts.length === 0 || !isChoice(parts)) return undefined;
  return html`<ul class="values">
    ${parts.map((part) => html`<li><code>${String(part.const)}</code> ${part.title}</li>`)}
  </ul>`;
}

/** What lies inside a list or an alternative, where it has no name of its own. */
function inside(schema: Schema): Html | undefined {
  if (schema.items !== undefined && schema.items.$ref === undefined)
    return schemaHtml({ ...schema.items });
  const parts = schema.anyOf ?? schema.oneOf ?? [];
  if (parts.length === 0 || isChoice(parts)) return undefined;
  const told = parts.filter(
    (part) => part.properties !== undefined || part.oneOf !== undefined || part.enum !== undefined,
  );
  return html`${told.map((part) => html`<div class="part">${schemaHtml({ ...part })}</div>`)}`;
}
