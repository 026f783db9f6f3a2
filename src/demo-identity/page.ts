import { roleLabels } from "../platform/auth/index.ts";
import type { DemoPerson } from "./person.ts";

/** Folder of the provider's addresses. */
export const prefix = "/demo-identity";

/** Everyone of the demo, each a button that signs in as them. */
export function peoplePage(
  people: readonly DemoPerson[],
  action: string,
  styles: readonly string[],
): string {
  const rows = people.map(({ subject, name, role, counties, story }) => {
    const label = roleLabels[role];
    const where = counties.length === 0 ? "" : ` · ${counties.join(", ")}`;
    const told =
      story === undefined
        ? ""
        : `\n<small>${story["zh-CN"]} <span lang="en">${story.en}</span></small>`;
    return `<li><button name="subject" value="${subject}">
<strong>${name["zh-CN"]}</strong> <span>${label["zh-CN"]}${where}</span>
<span lang="en">${name.en}, ${label.en.toLowerCase()}</span>${told}</button></li>`;
  });
  return page(
    "选择演示人物",
    "Choose someone of the demo",
    `<p>这里的人和数据都是编造的；点一下即以此人登录。
<span lang="en">All people and data here are made up; one click signs in.</span></p>
<form method="post" action="${action}"><ul>${rows.join("\n")}</ul></form>`,
    styles,
  );
}

/** Goes on by itself; a button stands by. `form` is the provider's, named op.logoutForm. */
export const signOutPage = (form: string): string =>
  page(
    "退出登录",
    "Signing out",
    `${form}
<p><button form="op.logoutForm" name="logout" value="yes">退出 <span lang="en">Sign out</span></button></p>
<script src="${prefix}/sign-out.js"></script>`,
  );

/** Script of the sign-out page. */
export const signOutScript = `document.querySelector("button").click();\n`;

const page = (
  title: string,
  english: string,
  content: string,
  styles: readonly string[] = [],
): string => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} / ${english}</title>
${[...styles, `${prefix}/page.css`].map((each) => `<link rel="stylesheet" href="${each}">`).join("\n")}
<main>
<h1>${title} <small lang="en">${english}</small></h1>
${content}
</main>
</html>
`;

export const pageStyle = `:root { color-scheme: light dark; font: 1.125rem/1.5 "Luohu Names", system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 40rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; }
h1 small { display: block; font-size: 1rem; font-weight: normal; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.5rem; }
button { font: inherit; width: 100%; min-height: 44px; padding: 0.5rem 1rem; text-align: start; cursor: pointer; }
button span, button small { display: block; }
button small { margin-top: 0.25rem; font-size: 0.9rem; }
button:focus-visible { outline: 3px solid; outline-offset: 2px; }
`;
