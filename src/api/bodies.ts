import type { FastifyInstance } from "fastify";
import {
  type Dossier,
  type Pack,
  parseDossier,
  type Problem,
  readDossier,
  type Result,
} from "../policy/index.ts";

/** Bytes of any body. */
export const bodyLimit = 1024 * 1024;

/** YAML takes some 3 s a MiB at worst, in which the server answers nobody else. */
const yamlLimit = 256 * 1024;

export const yamlTypes = ["application/yaml", "text/yaml", "application/x-yaml"] as const;

/** A body sent as YAML, still to be read. */
class YamlText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Takes YAML beside Fastify's own JSON. */
export function registerBodies(app: FastifyInstance): void {
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser(
    [...yamlTypes],
    { parseAs: "string", bodyLimit: yamlLimit },
    (_request, body, done) => {
      done(null, new YamlText(String(body)));
    },
  );
}

/** The dossier in a body of either type. */
export function dossierIn(body: unknown, pack: Pack): Result<Dossier, Problem> {
  return body instanceof YamlText ? readDossier(pack, body.text) : parseDossier(pack, body);
}
