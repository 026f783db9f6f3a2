import Fastify from "fastify";
import { validatorCompiler } from "fastify-type-provider-zod";
import { expect, it } from "vitest";
import { standardsAnswer } from "./domain/answer.ts";
import { loadStandards } from "./load.ts";
import { standardsRoutes } from "./routes.ts";

it("gives everyone the tables, once until they change", async () => {
  const app = Fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  await app.register(standardsRoutes, { standards: loadStandards() });
  const first = await app.inject("/api/standards");
  expect(first.statusCode).toBe(200);
  const answer = standardsAnswer.parse(first.json());
  expect(answer.divisions.find(({ code }) => code === 650_102)?.name.en).toBe("Tianshan District");
  expect(answer.lists.relation?.codes[1]?.label["zh-CN"]).toBe("户主");
  const again = await app.inject({
    url: "/api/standards",
    headers: { "if-none-match": String(first.headers.etag) },
  });
  expect(again.statusCode).toBe(304);
  expect(again.body).toBe("");
  await app.close();
});
