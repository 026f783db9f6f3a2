import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import type { z } from "zod";
import { type Access, principalOf, purposeOf, sessionOf } from "../../platform/auth/index.ts";
import { sendProblem } from "../../platform/http/index.ts";
import { findColleagues } from "../../identity/index.ts";
import { todayOf } from "../../register/index.ts";
import { stepReceipt } from "../contract.ts";
import {
  asked,
  colleagues,
  deskCase,
  deskStep,
  queueCounts,
  queueFilter,
  queuePage,
  stepPreview,
  weightyStep,
  windowCase,
} from "./contract.ts";
import { askAgain } from "../ask-again.ts";
import { takeEffect } from "../effect.ts";
import { openCase } from "../open-case.ts";
import { sendStep } from "../own/routes.ts";
import { previewStep } from "../preview-step.ts";
import {
  atCounty,
  basisOf,
  keyOf,
  ofCase,
  type RouteOptions,
  stepHeaders,
  seenHeader,
  tagOf,
  versionIn,
} from "../route-shapes.ts";
import { clerkOf, lookerOf } from "../signed-in.ts";
import { takeStep } from "../take-step.ts";
import { viewCase } from "../view-case.ts";
import { viewCounts, viewQueue } from "../view-queue.ts";

const office = {
  kind: "signed-in",
  roles: ["window-clerk", "approver"],
  place: "own-county",
  record: "any",
} as const satisfies Access;

/** The queue of a county and what is done in its cases. */
export const caseDeskRoutes: FastifyPluginCallbackZod<RouteOptions> = (app, options, done) => {
  app.register(queueRoutes, options);
  app.register(workRoutes, options);
  done();
};

const queueRoutes: FastifyPluginCallbackZod<RouteOptions> = (app, { casework }, done) => {
  app.get(
    "/api/counties/:county/cases",
    {
      config: { access: office },
      schema: {
        operationId: "caseQueue",
        tags: ["cases"],
        summary: "待办申请 / The queue, most urgent first; names nobody",
        params: atCounty,
        querystring: queueFilter,
        response: { 200: queuePage },
      },
    },
    (request) =>
      viewQueue(casework, request.params.county, request.query, principalOf(request).account),
  );

  app.get(
    "/api/counties/:county/case-counts",
    {
      config: { access: office },
      schema: {
        operationId: "caseCounts",
        tags: ["cases"],
        summary: "各阶段件数 / How many cases wait at each stage",
        params: atCounty,
        response: { 200: queueCounts },
      },
    },
    (request) => viewCounts(casework, request.params.county),
  );

  app.get(
    "/api/counties/:county/colleagues",
    {
      config: { access: office },
      schema: {
        operationId: "colleagues",
        tags: ["cases"],
        summary: "同事 / Who may take a case over",
        params: atCounty,
        response: { 200: colleagues },
      },
    },
    async (request, reply) => {
      const { database, clock } = casework.register;
      const found = await findColleagues(database, request.params.county, todayOf(clock()));
      return reply.send([...found]);
    },
  );
  done();
};

const workRoutes: FastifyPluginCallbackZod<RouteOptions> = (app, { casework }, done) => {
  app.post(
    "/api/counties/:county/cases",
    {
      config: { access: { ...office, roles: ["window-clerk"] } },
      schema: {
        operationId: "applyAtWindow",
        tags: ["cases"],
        summary: "窗口代填申请 / Begin an application on a signed paper",
        params: atCounty,
        headers: stepHeaders,
        body: windowCase.meta({ examples: [windowExample] }),
        response: { 201: stepReceipt },
      },
    },
    async (request, reply) => {
      const key = keyOf(request.headers);
      if (key === undefined) return sendProblem(request, reply, "versions-missing");
      const { county } = request.params;
      if (request.body.application.county !== county)
        return sendProblem(request, reply, "not-allowed");
      const signed = await clerkOf(casework, sessionOf(request), county);
      return sendStep(
        request,
        reply,
        await openCase(casework, { ...request.body, key, signed }),
        201,
      );
    },
  );

  app.get(
    "/api/counties/:county/cases/:case",
    {
      config: { access: { ...office, purpose: true }, limit: "record" },
      schema: {
        operationId: "case",
        tags: ["cases"],
        summary: "一件申请 / A case, with the advice of today",
        params: atCounty.extend(ofCase.shape),
        response: { 200: deskCase },
      },
    },
    async (request, reply) => {
      const { county } = request.params;
      const seen = await viewCase(
        casework,
        request.params,
        await clerkOf(casework, sessionOf(request), county),
        lookerOf(sessionOf(request), purposeOf(request)),
      );
      if (seen === undefined) return sendProblem(request, reply, "not-found");
      return reply.header("etag", tagOf(seen.version)).send(seen);
    },
  );

  app.post(
    "/api/counties/:county/cases/:case/steps",
    {
      config: { access: office },
      schema: {
        operationId: "takeCaseStep",
        tags: ["cases"],
        summary: "办理 / Take a step in a case",
        params: atCounty.extend(ofCase.shape),
        headers: stepHeaders,
        body: deskStep,
        response: { 200: stepReceipt },
      },
    },
    async (request, reply) => {
      const basis = basisOf(request.headers);
      if (basis === undefined) return sendProblem(request, reply, "versions-missing");
      const { county, case: key } = request.params;
      const { body } = request;
      const step = {
        county,
        case: key,
        ...basis,
        signed: await clerkOf(casework, sessionOf(request), county),
      };
      const outcome =
        body.do === "effect" || body.do === "complete"
          ? await takeEffect(casework, { ...step, body })
          : await takeStep(casework, { ...step, body });
      return sendStep(request, reply, outcome);
    },
  );
  app.post(
    "/api/counties/:county/cases/:case/previews",
    {
      config: { access: { ...office, purpose: true }, limit: "record" },
      schema: {
        operationId: "previewCaseStep",
        tags: ["cases"],
        summary: "预览 / What a step would lead to: the letter, the register; nothing is done",
        params: atCounty.extend(ofCase.shape),
        headers: seenHeader,
        body: weightyStep,
        response: { 200: stepPreview },
      },
    },
    async (request, reply) => {
      const seen = versionIn(request.headers);
      if (seen === undefined) return sendProblem(request, reply, "versions-missing");
      const { county, case: key } = request.params;
      const session = sessionOf(request);
      const signed = await clerkOf(casework, session, county);
      const looker = lookerOf(session, purposeOf(request));
      const { body } = request;
      const wanted = { county, case: key, seen, signed, looker, body };
      const outcome = await previewStep(casework, wanted);
      return outcome.kind === "seen"
        ? reply.send(outcome.preview)
        : sendStep(request, reply, outcome);
    },
  );

  app.post(
    "/api/counties/:county/cases/:case/questions",
    {
      config: { access: office },
      schema: {
        operationId: "askDepartmentsAgain",
        tags: ["cases"],
        summary: "再次查询部门 / Ask departments again, as of today",
        params: atCounty.extend(ofCase.shape),
        response: { 202: asked },
      },
    },
    async (request, reply) => {
      const signed = await clerkOf(casework, sessionOf(request), request.params.county);
      const outcome = await askAgain(casework, request.params, signed);
      return outcome.kind === "asked"
        ? reply.code(202).send({ questions: outcome.questions })
        : sendStep(request, reply, outcome);
    },
  );
  done();
};

const windowExample = {
  service: "settlement",
  onPaper: { kind: "application-form", issued: "2026-11-22" },
  application: {
    county: 990_101,
    dossier: { on: "2026-11-22", place: { county: "990101", kind: "county-city" } },
    form: {},
    people: [{ who: { person: 4711 }, tie: "self", family: null, ward: false, guardians: [] }],
  },
} satisfies z.input<typeof windowCase>;
