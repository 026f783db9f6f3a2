import type { Text } from "../../policy/index.ts";

/** A page of a few words in both languages, for people whom a link led to an answer that is no page. */
export function plainPage(title: Text, words: Text, link: { to: string; label: Text }): string {
  const both = (text: Text) => `${text["zh-CN"]} <span lang="en">${text.en}</span>`;
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title["zh-CN"]} / ${title.en}</title>
<h1>${title["zh-CN"]} <small lang="en">${title.en}</small></h1>
<p>${both(words)}</p>
<p><a href="${link.to}">${both(link.label)}</a></p>
</html>
`;
}
