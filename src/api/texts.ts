import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { dossierSchema, formatDay, type Pack } from "../policy/index.ts";
import { z } from "zod";
import { health, type TextsInForce, textsInForce } from "./contract.ts";

const config = { access: { kind: "public" } } as const;

/** What the server knows of the law and of itself: the texts, the dossier's schema, health. */
export const textRoutes: FastifyPluginCallbackZod<{ readonly pack: Pack }> = (
  app,
  { pack },
  done,
) => {
  const schema = dossierSchema(pack);
  const texts = textsOf(pack);
  app.get(
    "/api/schema/dossier",
    {
      config,
      schema: {
        operationId: "dossierSchema",
        tags: ["texts"],
        summary: "材料的 JSON Schema / JSON Schema of a dossier",
        response: { 200: z.record(z.string(), z.unknown()) },
      },
    },
    () => schema,
  );
  app.get(
    "/api/texts",
    {
      config,
      schema: {
        operationId: "texts",
        tags: ["texts"],
        summary: "文本与规则 / The texts and what they say in plain words",
        response: { 200: textsInForce },
      },
    },
    () => texts,
  );
  app.get(
    "/health/live",
    {
      config,
      schema: {
        operationId: "live",
        tags: ["health"],
        summary: "The process answers",
        response: { 200: health },
      },
    },
    () => ({ status: "live" as const }),
  );
  app.get(
    "/health/ready",
    {
      config,
      schema: {
        operationId: "ready",
        tags: ["health"],
        summary: "The rulebook is loaded and dossiers can be answered",
        response: { 200: health },
      },
    },
    () => ({ status: "ready" as const }),
  );
  done();
};

function textsOf({ instruments, rules }: Pack): TextsInForce {
  const until = (day: number | undefined) => (day === undefined ? null : formatDay(day));
  return {
    instruments: instruments.map(({ id, level, title, issued, inForce, status, held }) => ({
      instrument: id,
      level,
      title,
      issued: issued === undefined ? null : formatDay(issued),
      from: formatDay(inForce.from),
      until: until(inForce.until),
      status,
      held,
    })),
    rules: rules.map((rule) => ({
      rule: rule.id,
      instrument: rule.instrument,
      service: rule.service,
      clause: rule.clause,
      title: rule.title,
      plain: rule.plain,
      gives: rule.gives,
      from: formatDay(rule.inForce.from),
      until: until(rule.inForce.until),
      readings: rule.readings.map(({ about, taken, alternatives, why }) => ({
        about,
        taken,
        alternatives: [...alternatives],
        why,
      })),
    })),
  };
}
