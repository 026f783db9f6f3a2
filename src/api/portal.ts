import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { packageRoot } from "../platform/files/index.ts";

/** The portal as it was built. */
export const portalFolder: string = join(packageRoot, "web", "dist");

const unbuilt = `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>落户 Luohu</title>
<p>网页尚未构建：请运行 npm start。接口可用，说明见 <a href="/api/docs">/api/docs</a>。</p>
<p lang="en">The pages are not built yet: run npm start. The API works; see <a href="/api/docs">/api/docs</a>.</p>
</html>
`;

/** The portal's files: hashed ones are kept by browsers for a year, the page itself is asked for again each time. */
export async function registerPortal(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, "index.html"))) {
    app.get("/", { schema: { hide: true } }, (_request, reply) =>
      reply.type("text/html; charset=utf-8").send(unbuilt),
    );
    return;
  }
  await app.register(fastifyStatic, {
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
}
