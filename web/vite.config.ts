import { readdirSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compressPlugin } from "./build/compress-plugin.ts";
import { firstScript } from "./build/first-script.ts";
import { fontPlugin } from "./build/font-plugin.ts";
import { nameFontPlugin } from "./build/name-font-plugin.ts";
import { leanPlugin } from "./build/lean-plugin.ts";
import { packPlugin } from "./build/pack-plugin.ts";

const root = import.meta.dirname;
const rulebooks = join(root, "..", "rulebooks");
const policy = join(root, "..", "src", "policy");

/** Each face is a page of its own: portal, desk, console. */
const faces = readdirSync(root).filter((name) => name.endsWith(".html"));

export default defineConfig({
  root,
  plugins: [
    react(),
    leanPlugin(),
    packPlugin({ folder: rulebooks }),
    fontPlugin({
      module: "virtual:font.css",
      prefix: "luohu",
      folders: [rulebooks, policy, join(root, "i18n"), join(root, "portal")],
    }),
    // Apart from the portal's: residents do not wait for the words of the desk.
    fontPlugin({
      module: "virtual:staff-font.css",
      prefix: "staff",
      folders: [
        ...["desk", "console", "staff"].map((face) => join(root, face)),
        ...["register", "casework", "services", "standards", "platform/auth"].map((context) =>
          join(root, "..", "src", context),
        ),
        rulebooks,
        join(root, "..", "standards"),
      ],
    }),
    nameFontPlugin(),
    compressPlugin(),
  ],
  build: {
    target: "es2022",
    rolldownOptions: {
      input: faces.map((name) => join(root, name)),
      output: { codeSplitting: firstScript(root) },
    },
    // The server's policy forbids data: scripts and fonts, and inline scripts of any kind.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { host: "127.0.0.1" },
});
