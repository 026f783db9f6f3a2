import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import subsetFont from "subset-font";
import type { Plugin } from "vite";

/** A page of a name or an address needs few of them, so few are fetched. */
const parts = 16;

type Part = { readonly url: string; readonly font: Buffer; readonly css: string };

/**
 * `virtual:name-font.css`: names and addresses of people, which no build knows. All Chinese signs of GB 2312 in parts
 * by code point; a device without a Chinese font fetches those that a page shows, any other fetches none.
 */
export function nameFontPlugin(): Plugin {
  let faces: readonly Part[] = [];
  return {
    name: "luohu:name-font",
    async buildStart() {
      const { resolve } = createRequire(import.meta.url);
      const file = "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf";
      const whole = readFileSync(resolve(file));
      const signs = listNameSigns();
      const size = Math.ceil(signs.length / parts);
      faces = await Promise.all(
        Array.from({ length: parts }, (_, part) =>
          cutPart(whole, signs.slice(part * size, (part + 1) * size), part),
        ),
      );
      if (this.environment.mode !== "build") return;
      for (const { url, font } of faces) {
        this.emitFile({ type: "asset", fileName: url.slice(1), source: font });
      }
    },
    resolveId: (id) => (id === "virtual:name-font.css" ? "\0virtual:name-font.css" : undefined),
    load: (id) =>
      id === "\0virtual:name-font.css" ? faces.map(({ css }) => css).join("\n") : undefined,
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const face = faces.find(({ url }) => url === request.url);
        if (face === undefined) return next();
        response.setHeader("content-type", "font/woff2");
        response.end(face.font);
      });
    },
  };
}

async function cutPart(whole: Buffer, signs: readonly string[], part: number): Promise<Part> {
  const font = await subsetFont(whole, signs.join(""), { targetFormat: "woff2" });
  const hash = createHash("sha256").update(font).digest("hex").slice(0, 8);
  const url = `/assets/names-${part}-${hash}.woff2`;
  const [first, last] = [signs[0], signs.at(-1)].map((sign) => sign?.codePointAt(0)?.toString(16));
  const css = `@font-face{font-family:"Luohu Names";font-weight:100 900;font-display:swap;src:local("NotoSansCJKsc-Regular"),local("Noto Sans CJK SC"),local("NotoSansSC-Regular"),url(${url}) format("woff2");unicode-range:U+${first}-${last}}`;
  return { url, font, css };
}

/** The 6,763 signs of GB 2312, by code point. */
export function listNameSigns(): readonly string[] {
  const decoder = new TextDecoder("gb18030");
  const signs: string[] = [];
  for (let high = 0xb0; high <= 0xf7; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) {
      const sign = decoder.decode(new Uint8Array([high, low]));
      if (/^\p{Script=Han}$/u.test(sign)) signs.push(sign);
    }
  }
  return signs.toSorted((one, other) => (one.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0));
}
