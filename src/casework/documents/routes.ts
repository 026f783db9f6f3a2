import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Access, purposeOf, sessionOf } from "../../platform/auth/index.ts";
import { localeOf, sendProblem } from "../../platform/http/index.ts";
import type { Casework } from "../casework.ts";
import {
  atCounty,
  describeGrounds,
  keyOf,
  ofCase,
  type RouteOptions,
  stepHeaders,
} from "../route-shapes.ts";
import { clerkOf, lookerOf, residentOf } from "../signed-in.ts";
import { findOwnPlace } from "../view-own.ts";
import { document, documentQuery, paperLimits } from "./contract.ts";
import { type Kept, keepDocument, readDocument, takeBack } from "./keep-document.ts";
import { whyNotKept } from "./refusals.ts";
import { shownDocument } from "./shown-document.ts";

const ofDocument = ofCase.extend({ document: z.uuid() });

const own = {
  kind: "signed-in",
  roles: ["resident"],
  place: "none",
  record: "own",
} as const satisfies Access;
const office = {
  kind: "signed-in",
  roles: ["window-clerk", "approver"],
  place: "own-county",
  record: "any",
} as const satisfies Access;

/** Papers: taken as bytes, of a few types, and given out as files to keep, never shown as a page of ours. */
export const documentRoutes: FastifyPluginCallbackZod<RouteOptions> = (app, options, done) => {
  app.addContentTypeParser(
    ["application/octet-stream", ...paperLimits.types],
    { parseAs: "buffer", bodyLimit: paperLimits.largest },
    (_request, body, read) => {
      read(null, body);
    },
  );
  app.register(ownDocumentRoutes, options);
  app.register(deskDocumentRoutes, options);
  done();
};

const ownDocumentRoutes: FastifyPluginCallbackZod<RouteOptions> = (app, { casework }, done) => {
  app.post(
    "/api/me/cases/:case/documents",
    {
      config: { access: own },
      schema: {
        operationId: "handInPaper",
        tags: ["own"],
        summary: "提交材料 / Hand in a paper: the body is the file",
        params: ofCase,
        querystring: documentQuery,
        headers: stepHeaders,
        response: { 201: document },
      },
    },
    async (request, reply) => {
      const key = keyOf(request.headers);
      if (key === undefined) return sendProblem(request, reply, "versions-missing");
      const found = await ownOf(casework, request, request.params.case);
      if (found === undefined) return sendProblem(request, reply, "not-found");
      const sent = { key, paper: request.query.paper, bytes: bytesOf(request.body) };
      const kept = await keepDocument(casework, found.place, found.signed, sent);
      return sendKept(request, reply, casework, kept);
    },
  );

  app.get(
    "/api/me/cases/:case/documents/:document",
    {
      config: { access: own },
      schema: {
        operationId: "ownPaper",
        tags: ["own"],
        summary: "取回材料 / A paper one handed in",
        params: ofDocument,
      },
    },
    async (request, reply) => {
      const { case: key, document: which } = request.params;
      const found = await ownOf(casework, request, key);
      const paper = found && (await readDocument(casework, found.place, which, found.signed));
      return sendFile(request, reply, which, paper);
    },
  );

  app.delete(
    "/api/me/cases/:case/documents/:document",
    {
      config: { access: own },
      schema: {
        operationId: "takePaperBack",
        tags: ["own"],
        summary: "撤回草稿的材料 / Take a paper of a draft back",
        params: ofDocument,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { case: key, document: which } = request.params;
      const found = await ownOf(casework, request, key);
      const gone = found && (await takeBack(casework, found.place, which, found.signed));
      return gone === true ? reply.code(204).send(null) : sendProblem(request, reply, "not-found");
    },
  );
  done();
};

const deskDocumentRoutes: FastifyPluginCallbackZod<RouteOptions> = (app, { casework }, done) => {
  app.post(
    "/api/counties/:county/cases/:case/documents",
    {
      config: { access: office },
      schema: {
        operationId: "handInPaperAtWindow",
        tags: ["cases"],
        summary: "窗口收材料 / Take a paper in at a window: the body is the file",
        params: atCounty.extend(ofCase.shape),
        querystring: documentQuery,
        headers: stepHeaders,
        response: { 201: document },
      },
    },
    async (request, reply) => {
      const key = keyOf(request.headers);
      if (key === undefined) return sendProblem(request, reply, "versions-missing");
      const { params, query, body } = request;
      const signed = await clerkOf(casework, sessionOf(request), params.county);
      const sent = { key, paper: query.paper, bytes: bytesOf(body) };
      return sendKept(request, reply, casework, await keepDocument(casework, params, signed, sent));
    },
  );

  app.get(
    "/api/counties/:county/cases/:case/documents/:document",
    {
      config: { access: { ...office, purpose: true }, limit: "record" },
      schema: {
        operationId: "paper",
        tags: ["cases"],
        summary: "查看材料 / A paper of a case",
        params: atCounty.extend(ofDocument.shape),
      },
    },
    async (request, reply) => {
      const { params } = request;
      const session = sessionOf(request);
      const signed = await clerkOf(casework, session, params.county);
      const looker = lookerOf(session, purposeOf(request));
      const paper = await readDocument(casework, params, params.document, signed, looker);
      return sendFile(request, reply, params.document, paper);
    },
  );
  done();
};

/** A resident and the place of their case. */
async function ownOf(casework: Casework, request: FastifyRequest, key: string) {
  const signed = await residentOf(casework, sessionOf(request));
  if (signed === undefined || signed.person === null) return undefined;
  const place = await findOwnPlace(casework, signed.person, key);
  return place && { signed, place };
}

/** Anything but a body of the types that are taken is no paper. */
const bytesOf = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

function sendKept(
  request: FastifyRequest,
  reply: FastifyReply,
  { exchange: { pack } }: Casework,
  kept: Kept,
): FastifyReply {
  switch (kept.kind) {
    case "kept":
      return reply.code(201).send(shownDocument(pack, kept.document));
    case "unknown":
      return sendProblem(request, reply, "not-found");
    case "key-taken":
      return sendProblem(request, reply, "key-taken");
    case "refused": {
      const problems = describeGrounds([whyNotKept(kept.code)], localeOf(request));
      return sendProblem(request, reply, "refused", problems);
    }
  }
}

const endings = { "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png" } as const;

/** As a file to keep: no browser runs it, or takes it for a page of ours. */
function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  key: string,
  paper: Awaited<ReturnType<typeof readDocument>>,
): FastifyReply {
  if (paper === undefined) return sendProblem(request, reply, "not-found");
  return reply
    .headers({
      "content-type": paper.type,
      "content-disposition": `attachment; filename="${paper.paper}-${key.slice(-6)}.${endings[paper.type]}"`,
      "content-security-policy": "default-src 'none'; sandbox",
    })
    .send(paper.bytes);
}
