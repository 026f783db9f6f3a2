import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import subsetFont from "subset-font";
import type { Plugin } from "vite";

/** Fonts by the names that a device may know them by: Android names its Chinese font in no other way. */
const weights = [
  {
    weight: "400",
    range: "100 500",
    file: "400Regular/NotoSansSC_400Regular.ttf",
    local: [
      "NotoSansCJKsc-Regular",
      "Noto Sans CJK SC",
      "NotoSansSC-Regular",
      "SourceHanSansSC-Regular",
    ],
  },
  {
    weight: "700",
    range: "600 900",
    file: "700Bold/NotoSansSC_700Bold.ttf",
    local: [
      "NotoSansCJKsc-Bold",
      "Noto Sans CJK SC Bold",
      "NotoSansSC-Bold",
      "SourceHanSansSC-Bold",
    ],
  },
] as const;

type Weight = (typeof weights)[number];
type Face = { readonly url: string; readonly font: Buffer; readonly css: string };

type FontOptions = {
  /** Folders whose files' characters the font must have. */
  readonly folders: readonly string[];
};

/**
 * `virtual:font.css`: Noto Sans SC cut down to the characters that the portal can show by itself.
 * The family stands last in the font stack, so a device with Chinese fonts never downloads it.
 */
export function fontPlugin({ folders }: FontOptions): Plugin {
  let faces: readonly Face[] = [];
  return {
    name: "luohu:font",
    async buildStart() {
      const text = collectCharacters(folders);
      faces = await Promise.all(weights.map((item) => cutFace(item, text)));
      if (this.environment.mode !== "build") return;
      const licence = readFileSync(fromPackage("LICENSE_FONT"));
      this.emitFile({ type: "asset", fileName: "assets/luohu-sans-LICENSE.txt", source: licence });
      for (const { url, font } of faces) {
        this.emitFile({ type: "asset", fileName: url.slice(1), source: font });
      }
    },
    resolveId: (id) => (id === "virtual:font.css" ? "\0virtual:font.css" : undefined),
    load: (id) =>
      id === "\0virtual:font.css" ? faces.map(({ css }) => css).join("\n") : undefined,
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

function fromPackage(file: string): string {
  const { resolve } = createRequire(import.meta.url);
  return resolve(`@expo-google-fonts/noto-sans-sc/${file}`);
}

async function cutFace({ weight, range, file, local }: Weight, text: string): Promise<Face> {
  const font = await subsetFont(readFileSync(fromPackage(file)), text, { targetFormat: "woff2" });
  const hash = createHash("sha256").update(font).digest("hex").slice(0, 8);
  const url = `/assets/luohu-sans-${weight}-${hash}.woff2`;
  const sources = [...local.map((name) => `local("${name}")`), `url(${url}) format("woff2")`];
  const css = `@font-face{font-family:"Luohu Sans";font-weight:${range};font-display:swap;src:${sources.join(",")}}`;
  return { url, font, css };
}

/** Plain Latin, the signs in between, and every character of the texts, in a fixed order. */
export function collectCharacters(folders: readonly string[]): string {
  const found = new Set<string>();
  for (let code = 0x20; code < 0x7f; code += 1) found.add(String.fromCodePoint(code));
  for (const sign of "·—…‘’“”、。《》〈〉【】（），：；？！×÷≤≥≠±°✓✗□％") found.add(sign);
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile() || !/\.(ts|tsx|ya?ml|html)$/.test(entry.name)) continue;
      for (const character of readFileSync(join(entry.parentPath, entry.name), "utf8")) {
        if (character >= " ") found.add(character);
      }
    }
  }
  return [...found].toSorted().join("");
}
