import swagger from "@fastify/swagger";
import Fastify, { type FastifyInstance } from "fastify";
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  validatorCompiler,
} from "fastify-type-provider-zod";
import {
  departmentRoutes,
  type Departments,
  directoryRoutes,
  messageType,
} from "../departments/index.ts";
import { packageVersion } from "../platform/files/index.ts";
import { securityHeaders } from "../platform/http/index.ts";
import type { Named } from "../policy/index.ts";
import { addressOf } from "./listening-address.ts";
import { bodyLimit } from "./bodies.ts";
import { answerError, registerErrors } from "./errors.ts";
import { type Log, registerLog } from "./log.ts";

/** The sandbox departments over HTTP, each under a path of its own with its own OpenAPI document. */
export async function startDepartments(
  departments: Departments,
  { port, log }: { readonly port: number; readonly log: Log },
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const app = Fastify({
    bodyLimit,
    requestTimeout: 30_000,
    forceCloseConnections: true,
    logger: false,
    frameworkErrors: (error, request, reply) => {
      void answerError(error, request, reply, log);
    },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.addHook("onRequest", (_request, reply, done) => {
    void reply.headers({ ...securityHeaders, "cache-control": "no-store" });
    done();
  });
  registerLog(app, log);
  registerErrors(app, log);
  app.addContentTypeParser(messageType, { parseAs: "string" }, (_request, body, done) => {
    done(null, body);
  });
  for (const named of departments.all) await registerDepartment(app, departments, named);
  await app.register(directoryRoutes, { departments, origin: () => addressOf(app) });
  app.addHook("onClose", () => departments.close());
  // Made-up people, and no sign-in: for this machine only.
  await app.listen({ port, host: "127.0.0.1" });
  return { url: `${addressOf(app)}/`, close: () => app.close() };
}

async function registerDepartment(
  app: FastifyInstance,
  departments: Departments,
  { id, label }: Named,
): Promise<void> {
  await app.register(
    async (scope) => {
      await scope.register(swagger, {
        openapi: {
          openapi: "3.1.0",
          info: { title: `${label["zh-CN"]} / ${label.en}`, version: packageVersion() },
          servers: [{ url: `/${id}` }],
        },
        stripBasePath: true,
        transform: jsonSchemaTransform,
        transformObject: jsonSchemaTransformObject,
      });
      await scope.register(departmentRoutes, { departments, department: id });
      scope.get("/openapi.json", { schema: { hide: true } }, () => scope.swagger());
    },
    { prefix: `/${id}` },
  );
}
