import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { packageRoot } from "../platform/files/index.ts";
import { contentSecurityPolicy } from "../platform/http/index.ts";

/** The portal as it was built. */
export const portalFolder: string = join(packageRoot, "web", "dist");

const config = { access: { kind: "public" }, limit: "none" } as const;

const unbuilt = `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>落户 Luohu</title>
<p>网页尚未构建：请运行 npm start。接口可用，说明见 <a href="/api/docs">/api/docs</a>。</p>
<p lang="en">The pages are not built yet: run npm start. The API works; see <a href="/api/docs">/api/docs</a>.</p>
</html>
`;

/** Pages of staff: antd writes its styles into them, so each answer lets in styles with a number of its own. */
const staffPages = ["desk.html", "console.html"] as const;

/** What these pages carry in the number's place. */
const noncePlace = "luohu-style-nonce";

/** Addresses of the built style sheets that bring letters for names. */
export function letterStyles(folder: string): readonly string[] {
  const assets = join(folder, "assets");
  if (!existsSync(assets)) return [];
  const found = readdirSync(assets).filter((name) => /name-font.*\.css$/.test(name));
  return found.map((name) => `/assets/${name}`);
}

/** The portal's files: hashed ones are kept by browsers for a year, the page itself is asked for again each time. */
export async function registerPortal(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, "index.html"))) {
    app.get("/", { config, schema: { hide: true } }, (_request, reply) =>
      reply.type("text/html; charset=utf-8").send(unbuilt),
    );
    return;
  }
  await app.register(async (files) => {
    files.addHook("onRoute", (route) => {
      route.config = { ...route.config, ...config };
    });
    for (const name of staffPages) {
      if (existsSync(join(folder, name))) registerStaffPage(files, folder, name);
    }
    await files.register(fastifyStatic, {
      root: folder,
      index: ["index.html"],
      preCompressed: true,
      dotfiles: "ignore",
      cacheControl: false,
      setHeaders: (reply, path) => {
        const hashed = /[\\/]assets[\\/]/.test(path);
        reply.header("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  });
}

function registerStaffPage(app: FastifyInstance, folder: string, name: string): void {
  const [before, after = ""] = readFileSync(join(folder, name), "utf8").split(noncePlace);
  app.get(`/${name}`, { schema: { hide: true } }, (_request, reply) => {
    const nonce = randomBytes(16).toString("base64url");
    return reply
      .header("content-security-policy", contentSecurityPolicy(`'nonce-${nonce}'`))
      .type("text/html; charset=utf-8")
      .send(`${before}${nonce}${after}`);
  });
}
