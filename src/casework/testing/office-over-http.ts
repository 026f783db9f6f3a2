// Residents, clerks and approvers of the demo, who work on cases over real HTTP.
import { randomUUID } from "node:crypto";
import { useRegisterServer } from "../../../test/register-server.ts";
import {
  auditor as demoAuditor,
  dingXue,
  gulnar,
  jianye,
  madeUpIdNumber,
  neighbourCounty,
  sampleDistrict,
  xiaodong,
} from "../../demo-data/index.ts";
import { signInAs, type TestPrincipal, type TestSession } from "../../identity/testing/index.ts";
import { findPersonByIdNumber } from "../../register/index.ts";
import type { ApplicationDraft } from "../contract.ts";

export const county = sampleDistrict;

/** The Ma family of the neighbouring county: husband, wife, and a son of seven. */
export const numbers = {
  ma: jianye.idNumber ?? "",
  ding: dingXue.idNumber ?? "",
  son: madeUpIdNumber(neighbourCounty, "2019-07-07", 903),
  luo: xiaodong.idNumber ?? "",
  /** Heads the household in a village that Luo leaves. */
  oldLuo: madeUpIdNumber(neighbourCounty, "1955-01-20", 901),
};

/** Of every answer the parts that tests name. */
export type Answer = {
  readonly case: string;
  readonly stage: string;
  readonly version: number;
  readonly problems: readonly { readonly code: string }[];
  readonly letters: readonly object[];
  readonly members: readonly { readonly person: number }[];
  readonly advice: { readonly departments: readonly { readonly state: string }[] };
};

export async function useOffice() {
  const server = await useRegisterServer();
  const { owner, url, register } = server;
  const personOf = async (idNumber: string) =>
    (await findPersonByIdNumber(register, idNumber)) ?? 0;
  const people = {
    ma: await personOf(numbers.ma),
    ding: await personOf(numbers.ding),
    son: await personOf(numbers.son),
    luo: await personOf(numbers.luo),
    oldLuo: await personOf(numbers.oldLuo),
    gulnar: await personOf(gulnar.idNumber ?? ""),
  };
  const sessions = new Map<string, Promise<TestSession>>();

  async function headersOf(name: string, who: TestPrincipal): Promise<TestSession["headers"]> {
    const session = sessions.get(name) ?? signInAs(owner, { ...who, name });
    sessions.set(name, session);
    return (await session).headers;
  }

  async function send(
    headers: Readonly<Record<string, string>>,
    path: string,
    body?: object,
    more: Readonly<Record<string, string>> = {},
  ) {
    const response = await fetch(new URL(path, url), {
      method: body === undefined ? "GET" : "POST",
      headers: {
        ...headers,
        ...more,
        "luohu-purpose": "application",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { status } = response;
    const json = (await response.json()) as Answer;
    return { status, etag: response.headers.get("etag") ?? "", json };
  }

  /** Someone who reads a case and then takes a step in it, as pages do. */
  const worker = (name: string, who: TestPrincipal, base: string) => ({
    get: async (path: string) => send(await headersOf(name, who), path),
    post: async (path: string, body: object, more = {}) =>
      send(await headersOf(name, who), path, body, more),
    open: async (body: object): Promise<string> => {
      const headers = await headersOf(name, who);
      const { status, json } = await send(headers, base, body, { "idempotency-key": randomUUID() });
      if (status !== 201) throw new Error(JSON.stringify(json));
      return json.case;
    },
    step: async (key: string, body: object, more: Readonly<Record<string, string>> = {}) => {
      const headers = await headersOf(name, who);
      const { etag } = await send(headers, `${base}/${key}`);
      return send(headers, `${base}/${key}/steps`, body, {
        "if-match": etag,
        "idempotency-key": randomUUID(),
        ...more,
      });
    },
  });
  const resident = (name: string, person: number) =>
    worker(name, { role: "resident", person }, "/api/me/cases");
  const desk = `/api/counties/${county}/cases`;
  const clerk = (name = "林思齐") =>
    worker(name, { role: "window-clerk", counties: [county] }, desk);
  const approver = (name = "韩素梅") =>
    worker(name, { role: "approver", counties: [county] }, desk);
  const auditor = worker("孙立群", { role: "auditor", counties: demoAuditor.counties }, "");

  /** A case as staff see it, once every department has answered. */
  async function answered(who: ReturnType<typeof clerk>, key: string) {
    for (;;) {
      const { json } = await who.get(`${desk}/${key}`);
      const { departments } = json.advice;
      if (departments.every(({ state }) => state !== "waiting")) return json;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  return { ...server, auditor, answered, people, resident, clerk, approver, desk, send, headersOf };
}

/** Somebody alone, who says that they own a home in the district. */
export const loneMove = (person: number) => ({
  service: "settlement",
  application: {
    county,
    dossier: {
      service: "settlement",
      on: "2026-11-22",
      place: { county: String(county), kind: "town" },
      records: {},
      facts: {},
    },
    form: {
      homes: [{ kind: "own-home", address: "团结路18号1单元102室", community: "和平社区" }],
      chosen: 0,
      relations: [],
      declared: [],
    },
    people: [{ who: { person }, tie: "self", family: null, ward: false, guardians: [] }],
  },
});

/** The Ma family wants to move to the home they bought. */
export const familyMove = (people: {
  readonly ma: number;
  readonly ding: number;
  readonly son: number;
}): { readonly service: string; readonly application: ApplicationDraft } => ({
  service: "settlement",
  application: {
    county,
    dossier: {
      service: "settlement",
      on: "2026-11-22",
      place: { county: String(county), kind: "town" },
      records: {
        family: [
          { relation: "spouse", "co-residing": true, name: "丁雪", source: "self" },
          { relation: "child", "co-residing": true, name: "马小川", source: "self", minor: true },
        ],
      },
      facts: {},
    },
    form: {
      homes: [{ kind: "own-home", address: "和平路9号2单元301室", community: "和平社区" }],
      chosen: 0,
      relations: [
        { member: 1, relation: 12 },
        { member: 2, relation: 20 },
      ],
      declared: [],
    },
    people: [
      { who: { person: people.ma }, tie: "self", family: null, ward: false, guardians: [] },
      { who: { person: people.ding }, tie: "spouse", family: 0, ward: false, guardians: [] },
      {
        who: { person: people.son },
        tie: "child",
        family: 1,
        ward: false,
        guardians: [{ person: people.ma }, { person: people.ding }],
      },
    ],
  },
});
