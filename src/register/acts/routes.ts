import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { principalOf } from "../../platform/auth/index.ts";
import { localeOf, sendProblem } from "../../platform/http/index.ts";
import { describeChanges, describeRemarks } from "../answers.ts";
import { act, listedProposal, preview, proposal, receipt, verdict } from "../contract.ts";
import { lookerOf } from "../desk/routes.ts";
import { type ActOutcome, performAct } from "../perform-act.ts";
import { previewAct } from "../preview-act.ts";
import {
  decideOnProposal,
  listedFor,
  shownProposal,
  type VerdictOutcome,
  viewProposal,
  viewProposals,
} from "../proposals.ts";
import { atCounty, looking, ownCounty, type RouteOptions } from "../route-shapes.ts";
import { readVersions, type Versions } from "../versions.ts";

/** Acts, and what a second person decides about them. */
export const actRoutes: FastifyPluginCallbackZod<RouteOptions> = (app, options, done) => {
  app.register(doingRoutes, options);
  app.register(proposalRoutes, options);
  done();
};

const doingRoutes: FastifyPluginCallbackZod<RouteOptions> = (app, { register }, done) => {
  app.post(
    "/api/counties/:county/acts/preview",
    {
      config: {
        access: looking("window-clerk", "approver", "data-protection-officer"),
        limit: "record",
      },
      schema: {
        operationId: "previewAct",
        tags: ["register"],
        summary: "预览变动 / What an act would change",
        params: atCounty,
        body: act,
        response: { 200: preview },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const erases = body.act === "erase";
      if (principalOf(request).role === "data-protection-officer" && !erases) {
        return sendProblem(request, reply, "not-allowed");
      }
      return reply.send(await previewAct(register, params.county, body, lookerOf(request)));
    },
  );

  app.post(
    "/api/counties/:county/acts",
    {
      config: { access: looking("window-clerk", "data-protection-officer") },
      schema: {
        operationId: "performAct",
        tags: ["register"],
        summary: "办理 / Do an act",
        params: atCounty,
        headers: z.object({
          "idempotency-key": z.string().optional(),
          "if-match": z.string().optional(),
        }),
        body: act,
        response: { 201: receipt, 202: proposal },
      },
    },
    async (request, reply) => {
      const who = principalOf(request);
      // Erasing is for whoever protects people's data, and nothing else is.
      const isErasure = request.body.act === "erase";
      if (isErasure !== (who.role === "data-protection-officer")) {
        return sendProblem(request, reply, "not-allowed");
      }
      const basis = basisOf(request.headers);
      if (basis === undefined) return sendProblem(request, reply, "versions-missing");
      const outcome = await performAct(register, {
        county: request.params.county,
        act: request.body,
        ...basis,
        actor: { account: who.account, name: who.name },
      });
      // Reasons tell who holds a number and where they are registered: as much a look as the preview.
      if (outcome.kind === "refused") {
        await previewAct(register, request.params.county, request.body, lookerOf(request));
      }
      return sendOutcome(request, reply, outcome);
    },
  );
  done();
};

const state = z.enum(["waiting", "approved", "rejected", "withdrawn"]);
const atProposal = atCounty.extend({ proposal: z.uuid() });

const proposalRoutes: FastifyPluginCallbackZod<RouteOptions> = (app, { register }, done) => {
  app.get(
    "/api/counties/:county/proposals",
    {
      config: { access: ownCounty("window-clerk", "approver", "data-protection-officer") },
      schema: {
        operationId: "proposals",
        tags: ["register"],
        summary: "待审批事项 / Acts that wait for a second person",
        params: atCounty,
        querystring: z.object({ state: state.default("waiting") }),
        response: { 200: z.array(listedProposal) },
      },
    },
    (request) => {
      const { params, query } = request;
      return viewProposals(register, params.county, query.state, askerOf(request));
    },
  );

  app.get(
    "/api/counties/:county/proposals/:proposal",
    {
      config: {
        access: looking("window-clerk", "approver", "data-protection-officer"),
        limit: "record",
      },
      schema: {
        operationId: "proposal",
        tags: ["register"],
        summary: "审批事项的内容 / What a proposed act says",
        params: atProposal,
        response: { 200: proposal },
      },
    },
    async (request, reply) => {
      const { county, proposal: id } = request.params;
      const asker = askerOf(request);
      const seen = await viewProposal(register, county, id, asker, lookerOf(request));
      return seen === undefined ? sendProblem(request, reply, "not-found") : reply.send(seen);
    },
  );

  app.post(
    "/api/counties/:county/proposals/:proposal/verdict",
    {
      config: { access: ownCounty("approver") },
      schema: {
        operationId: "decideProposal",
        tags: ["register"],
        summary: "审批 / Approve or reject",
        params: atProposal,
        body: verdict,
        response: { 200: listedProposal, 201: receipt },
      },
    },
    async (request, reply) => {
      const { account, name } = principalOf(request);
      const outcome = await decideOnProposal(register, {
        ...request.params,
        ...request.body,
        actor: { account, name },
      });
      return sendOutcome(request, reply, outcome);
    },
  );
  done();
};

function askerOf(request: FastifyRequest) {
  const { account, role } = principalOf(request);
  return { account, approves: role === "approver" };
}

type BasisHeaders = {
  readonly "idempotency-key"?: string | undefined;
  readonly "if-match"?: string | undefined;
};

/** Under which key an act is sent, and what its sender saw. */
function basisOf(headers: BasisHeaders): { key: string; seen: Versions } | undefined {
  const key = z.uuid().safeParse(headers["idempotency-key"]);
  const seen = readVersions(headers["if-match"] ?? "-");
  return key.success && seen !== undefined ? { key: key.data, seen } : undefined;
}

function sendOutcome(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: ActOutcome | VerdictOutcome,
): FastifyReply {
  const locale = localeOf(request);
  switch (outcome.kind) {
    case "done":
      return reply.code(201).send(outcome.receipt);
    case "proposed":
      return reply.code(202).send(shownProposal(outcome.proposal, askerOf(request)));
    case "rejected":
      return reply.code(200).send(listedFor(outcome.proposal, askerOf(request)));
    case "refused": {
      const problems = describeRemarks(outcome.refusals, locale);
      return sendProblem(request, reply, "refused", problems);
    }
    case "stale":
      return sendProblem(request, reply, "stale", describeChanges(outcome.changed, locale));
    case "key-taken":
      return sendProblem(request, reply, "key-taken");
    case "own":
      return sendProblem(request, reply, "own-proposal");
    case "decided":
      return sendProblem(request, reply, "already-decided");
    case "unknown":
      return sendProblem(request, reply, "not-found");
  }
}
