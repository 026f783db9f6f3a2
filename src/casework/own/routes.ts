import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { sessionOf } from "../../platform/auth/index.ts";
import { localeOf, sendProblem } from "../../platform/http/index.ts";
import { newCase, ownCase, ownCases, ownStep, stepReceipt } from "../contract.ts";
import { openCase } from "../open-case.ts";
import {
  basisOf,
  describeGrounds,
  keyOf,
  ofCase,
  type RouteOptions,
  stepHeaders,
  tagOf,
} from "../route-shapes.ts";
import { residentOf } from "../signed-in.ts";
import { type StepOutcome, takeStep } from "../take-step.ts";
import { findOwnPlace, viewOwnCase, viewOwnCases } from "../view-own.ts";

const own = {
  access: { kind: "signed-in", roles: ["resident"], place: "none", record: "own" },
} as const;

/** A resident's own cases: whose they are comes from the session, never from the request. */
export const ownCaseRoutes: FastifyPluginCallbackZod<RouteOptions> = (app, { casework }, done) => {
  app.get(
    "/api/me/cases",
    {
      config: own,
      schema: {
        operationId: "ownCases",
        tags: ["own"],
        summary: "我的申请 / My applications",
        response: { 200: ownCases },
      },
    },
    async (request, reply) => {
      const signed = await residentOf(casework, sessionOf(request));
      return reply.send(signed === undefined ? [] : await viewOwnCases(casework, signed));
    },
  );

  app.post(
    "/api/me/cases",
    {
      config: own,
      schema: {
        operationId: "applyForService",
        tags: ["own"],
        summary: "填写申请 / Begin an application",
        headers: stepHeaders,
        body: newCase,
        response: { 201: stepReceipt },
      },
    },
    async (request, reply) => {
      const key = keyOf(request.headers);
      if (key === undefined) return sendProblem(request, reply, "versions-missing");
      const signed = await residentOf(casework, sessionOf(request));
      if (signed === undefined) return sendProblem(request, reply, "not-allowed");
      const outcome = await openCase(casework, { ...request.body, onPaper: null, key, signed });
      return sendStep(request, reply, outcome, 201);
    },
  );

  app.get(
    "/api/me/cases/:case",
    {
      config: own,
      schema: {
        operationId: "ownCase",
        tags: ["own"],
        summary: "申请的进展 / How an application stands",
        params: ofCase,
        response: { 200: ownCase },
      },
    },
    async (request, reply) => {
      const signed = await residentOf(casework, sessionOf(request));
      const seen = signed && (await viewOwnCase(casework, signed, request.params.case));
      if (seen === undefined) return sendProblem(request, reply, "not-found");
      return reply.header("etag", tagOf(seen.version)).send(seen);
    },
  );

  app.post(
    "/api/me/cases/:case/steps",
    {
      config: own,
      schema: {
        operationId: "takeOwnStep",
        tags: ["own"],
        summary: "办理我的申请 / Submit, consent, answer, withdraw, ask for review, rate",
        params: ofCase,
        headers: stepHeaders,
        body: ownStep,
        response: { 200: stepReceipt },
      },
    },
    async (request, reply) => {
      const basis = basisOf(request.headers);
      if (basis === undefined) return sendProblem(request, reply, "versions-missing");
      const signed = await residentOf(casework, sessionOf(request));
      const { case: key } = request.params;
      const person = signed?.person ?? null;
      const place = person === null ? undefined : await findOwnPlace(casework, person, key);
      if (signed === undefined || place === undefined)
        return sendProblem(request, reply, "not-found");
      const { county } = place;
      const step = { county, case: key, ...basis, signed, body: request.body };
      return sendStep(request, reply, await takeStep(casework, step));
    },
  );
  done();
};

/** What became of a step, in the words of HTTP. */
export function sendStep(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: StepOutcome,
  code = 200,
): FastifyReply {
  switch (outcome.kind) {
    case "done": {
      const { county, case: key, version, stage } = outcome.receipt;
      return reply
        .code(code)
        .header("etag", tagOf(version))
        .send({ county, case: key, version, stage });
    }
    case "refused":
      return sendProblem(
        request,
        reply,
        "refused",
        describeGrounds(outcome.reasons, localeOf(request)),
      );
    case "stale":
      return sendProblem(request, reply, "case-moved");
    case "key-taken":
      return sendProblem(request, reply, "key-taken");
    case "unknown":
      return sendProblem(request, reply, "not-found");
  }
}
