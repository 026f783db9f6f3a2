import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compressPlugin } from "./build/compress-plugin.ts";
import { fontPlugin } from "./build/font-plugin.ts";
import { leanPlugin } from "./build/lean-plugin.ts";
import { packPlugin } from "./build/pack-plugin.ts";

const root = import.meta.dirname;
const rulebooks = join(root, "..", "rulebooks");
const policy = join(root, "..", "src", "policy");

export default defineConfig({
  root,
  plugins: [
    react(),
    leanPlugin(),
    packPlugin({ folder: rulebooks }),
    fontPlugin({ folders: [rulebooks, policy, join(root, "i18n"), join(root, "portal")] }),
    compressPlugin(),
  ],
  build: {
    target: "es2022",
    // The server's policy forbids data: scripts and fonts, and inline scripts of any kind.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { host: "127.0.0.1" },
});
