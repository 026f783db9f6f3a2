import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import subsetFont from "subset-font";
import type { Plugin } from "vite";

type Cut = {
  readonly name: string;
  readonly family: string;
  readonly range: string;
  readonly package: string;
  readonly file: string;
  /** Names that a device may know the font by: Android names its Chinese font in no other way. */
  readonly local: readonly string[];
  /** The face is fetched only where a page has one of these. */
  readonly only?: string;
};

const chinese: readonly Cut[] = [
  {
    name: "sans-400",
    family: "Luohu Sans",
    range: "100 500",
    package: "noto-sans-sc",
    file: "400Regular/NotoSansSC_400Regular.ttf",
    local: [
      "NotoSansCJKsc-Regular",
      "Noto Sans CJK SC",
      "NotoSansSC-Regular",
      "SourceHanSansSC-Regular",
    ],
  },
  {
    name: "sans-700",
    family: "Luohu Sans",
    range: "600 900",
    package: "noto-sans-sc",
    file: "700Bold/NotoSansSC_700Bold.ttf",
    local: [
      "NotoSansCJKsc-Bold",
      "Noto Sans CJK SC Bold",
      "NotoSansSC-Bold",
      "SourceHanSansSC-Bold",
    ],
  },
];

/** A face for names: a device without one would show a Uyghur name as boxes or as loose letters. */
const arabic: readonly Cut[] = [
  {
    name: "naskh-400",
    family: "Luohu Naskh",
    range: "100 900",
    package: "noto-naskh-arabic",
    file: "400Regular/NotoNaskhArabic_400Regular.ttf",
    local: ["UKIJ Tuz Tom", "Microsoft Uighur", "Noto Naskh Arabic"],
    only: "U+0600-06FF,U+FB50-FDFF,U+FE70-FEFC",
  },
];

type Face = { readonly url: string; readonly font: Buffer; readonly css: string };

type FontOptions = {
  /** The module that has the faces, as `virtual:font.css`. */
  readonly module: string;
  /** How the files' names begin. */
  readonly prefix: string;
  /** Folders whose files' characters the font must have. */
  readonly folders: readonly string[];
};

/**
 * Noto Sans SC cut down to the characters that a face of the house can show by itself.
 * The family stands last in the font stack, so a device with Chinese fonts never downloads it.
 */
export function fontPlugin({ module, prefix, folders }: FontOptions): Plugin {
  let faces: readonly Face[] = [];
  return {
    name: `luohu:font:${prefix}`,
    async buildStart() {
      const text = collectCharacters(folders);
      faces = await Promise.all([
        ...chinese.map((item) => cutFace(item, prefix, text)),
        ...arabic.map((item) => cutFace(item, prefix, arabicLetters())),
      ]);
      if (this.environment.mode !== "build") return;
      for (const { package: name, family } of [chinese[0]!, arabic[0]!]) {
        const fileName = `assets/${family.toLowerCase().replace(" ", "-")}-LICENSE.txt`;
        const source = readFileSync(fromPackage(name, "LICENSE_FONT"));
        this.emitFile({ type: "asset", fileName, source });
      }
      for (const { url, font } of faces) {
        this.emitFile({ type: "asset", fileName: url.slice(1), source: font });
      }
    },
    resolveId: (id) => (id === module ? `\0${module}` : undefined),
    load: (id) => (id === `\0${module}` ? faces.map(({ css }) => css).join("\n") : undefined),
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

function fromPackage(name: string, file: string): string {
  const { resolve } = createRequire(import.meta.url);
  return resolve(`@expo-google-fonts/${name}/${file}`);
}

async function cutFace(cut: Cut, prefix: string, text: string): Promise<Face> {
  const whole = readFileSync(fromPackage(cut.package, cut.file));
  const font = await subsetFont(whole, text, { targetFormat: "woff2" });
  const hash = createHash("sha256").update(font).digest("hex").slice(0, 8);
  const url = `/assets/${prefix}-${cut.name}-${hash}.woff2`;
  const sources = [...cut.local.map((name) => `local("${name}")`), `url(${url}) format("woff2")`];
  const only = cut.only === undefined ? "" : `;unicode-range:${cut.only}`;
  const css = `@font-face{font-family:"${cut.family}";font-weight:${cut.range};font-display:swap;src:${sources.join(",")}${only}}`;
  return { url, font, css };
}

/** The letters of Uyghur, Kazakh and Kirghiz in Arabic script, of Arabic and of Persian, with their marks. */
export function arabicLetters(): string {
  const ranges = [
    [0x0600, 0x061f],
    [0x0621, 0x0659],
    [0x0660, 0x06ff],
  ] as const;
  return ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
    .map((code) => String.fromCodePoint(code))
    .join("");
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
