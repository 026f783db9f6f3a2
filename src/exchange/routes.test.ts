// What people, officers and auditors see of the exchange, over HTTP, by the roles that the routes declare.
import { describe, expect, it } from "vitest";
import { useRegisterServer } from "../../test/register-server.ts";
import {
  auditor,
  dataProtectionOfficer,
  departmentOfficer,
  gulnar,
  yuqing,
} from "../demo-data/index.ts";
import { signInAs } from "../identity/testing/index.ts";
import { findPersonByIdNumber } from "../register/index.ts";
import { askDepartments } from "./ask-departments.ts";
import {
  type Challenge,
  departmentAsked,
  type DepartmentRequests,
  type ExchangeAudit,
  type OwnExchange,
} from "./contract.ts";
import { scopeOf } from "./exchange.ts";
import { verifyExchange } from "./verify-exchange.ts";

const server = await useRegisterServer();
const { url, owner, database, register, exchange } = server;
const county = 990_101;

const personOf = async (idNumber = "") => (await findPersonByIdNumber(register, idNumber)) ?? 0;
const own = await personOf(yuqing.idNumber);
const other = await personOf(gulnar.idNumber);

type As = Parameters<typeof signInAs>[1];
async function call(as: As, path: string, body?: object) {
  const { headers } = await signInAs(owner, as);
  const response = await fetch(new URL(path, url), {
    method: body === undefined ? "GET" : "POST",
    headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, json: JSON.parse(text) as unknown };
}
const resident = (person: number): As => ({ role: "resident", counties: [], person });
const officer: As = {
  role: "department-officer",
  counties: [county],
  department: departmentOfficer.department ?? "",
};
const protection: As = {
  role: "data-protection-officer",
  counties: [...dataProtectionOfficer.counties],
};
const audit: As = { role: "auditor", counties: [...auditor.counties] };

const ask = (caseReference: string, person: number, idNumber = "") =>
  database.inTransaction(scopeOf([county]), (tx) =>
    askDepartments(tx, exchange, {
      county,
      caseReference,
      person,
      idNumber,
      service: "settlement",
      place: { county: "652301", kind: "village" },
      on: "2026-05-01",
      purpose: "application",
      by: { account: "a", name: "林思齐" },
    }),
  );

async function settled(person: number): Promise<readonly OwnExchange[]> {
  for (;;) {
    const seen = (await call(resident(person), "/api/me/exchanges")).json as readonly OwnExchange[];
    if (seen.length > 0 && seen.every(({ state }) => state !== "waiting")) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What everybody may know before they apply. */
const departments = (service: string) =>
  `/api/services/${service}/departments?county=652301&kind=village`;

describe("the person", () => {
  it("sees who asked which department, when, why, by which clause and for which fields: what anybody is told ahead", async () => {
    await ask("C-1", own, yuqing.idNumber);
    const seen = await settled(own);
    const insurance = seen.find(({ department }) => department === "human-resources");
    expect(insurance).toMatchObject({
      case: "C-1",
      by: "林思齐",
      purpose: "application",
      state: "answered",
      departmentLabel: { "zh-CN": "人力资源和社会保障部门" },
      records: [{ kind: "insurances", fields: [{ "zh-CN": "从哪个月起" }, {}] }],
    });
    expect(insurance?.basis).toContain("R5");
    expect((await call(resident(other), "/api/me/exchanges")).json).toEqual([]);

    const ahead = await fetch(new URL(departments("settlement"), url));
    const said = departmentAsked.array().parse(await ahead.json());
    const parts = ({
      department,
      records,
      basis,
    }: Pick<OwnExchange, keyof (typeof said)[number]>) => ({
      department,
      records,
      basis,
    });
    expect(new Set(said.map(parts))).toEqual(new Set(seen.map(parts)));
    expect((await fetch(new URL(departments("nothing"), url))).status).toBe(404);
  });

  it("objects to one; the data-protection officer answers once, with reasons; the person reads them", async () => {
    const [first] = await settled(own);
    const path = `/api/me/exchanges/${first?.id}/challenge`;
    const made = await call(resident(own), path, { reason: "我没有申请过" });
    expect(made).toMatchObject({
      status: 201,
      json: { about: "exchange", reason: "我没有申请过", answered: null },
    });
    const again = await call(resident(own), path, { reason: "另一个理由" });
    expect(again.json).toEqual(made.json);
    expect((await call(resident(other), path, { reason: "x" })).status).toBe(404);

    const { id } = made.json as Challenge;
    const open = "/api/audit/challenges?state=open";
    expect((await call(protection, open)).json).toMatchObject({
      counts: { open: 1, answered: 0 },
      challenges: [
        {
          id,
          challenged: { about: "exchange", by: null, purpose: "application", case: "C-1" },
        },
      ],
      more: false,
    });
    expect((await call({ ...protection, counties: [990_102] }, open)).json).toMatchObject({
      counts: { open: 0, answered: 0 },
      challenges: [],
    });
    const ruling = { justified: false, answer: "与 C-1 号申请有关" };
    const elsewhere = await call(
      { ...protection, counties: [990_102] },
      `/api/audit/challenges/${id}/answer`,
      ruling,
    );
    expect(elsewhere.status).toBe(404);
    const answered = await call(protection, `/api/audit/challenges/${id}/answer`, ruling);
    expect(answered).toMatchObject({ status: 200, json: ruling });
    expect((await call(protection, `/api/audit/challenges/${id}/answer`, ruling)).status).toBe(409);
    const answers = (await call(protection, "/api/audit/challenges?state=answered")).json;
    expect(answers).toMatchObject({ counts: { open: 0, answered: 1 }, challenges: [ruling] });
    expect(JSON.stringify(answers)).not.toContain(yuqing.idNumber);
    expect((await call(resident(own), "/api/me/challenges")).json).toEqual([answered.json]);
    expect((await call(resident(other), "/api/me/challenges")).json).toEqual([]);
  });

  it("objects to a look at the register likewise, and to nobody else's", async () => {
    const { headers } = await signInAs(owner, { role: "window-clerk", counties: [county] });
    const looked = await fetch(new URL(`/api/counties/${county}/people/${own}`, url), {
      headers: { ...headers, "luohu-purpose": "registry-check" },
    });
    expect(looked.status).toBe(200);
    const looks = (await call(resident(own), "/api/me/look-ups")).json as readonly {
      readonly id: string;
    }[];
    const path = `/api/me/look-ups/${looks[0]?.id}/challenge`;
    expect(await call(resident(own), path, { reason: "为什么查我" })).toMatchObject({
      status: 201,
      json: { about: "look-up", county },
    });
    expect((await call(resident(other), path, { reason: "x" })).status).toBe(404);
    expect((await call(resident(own), path, { reason: "  " })).status).toBe(400);
    expect((await call(protection, "/api/audit/challenges?state=open")).json).toMatchObject({
      challenges: [
        {
          reason: "为什么查我",
          challenged: { about: "look-up", purpose: "registry-check", kind: "person" },
        },
      ],
    });
  });
});

describe("the officer of a department", () => {
  it("sees what their own department was asked, with our log, and not about whom", async () => {
    await settled(own);
    const path = "/api/departments/human-resources/requests";
    const { status, json } = await call(officer, path);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      counts: [{ state: "answered", count: 1 }],
      more: false,
      requests: [
        {
          case: "C-1",
          state: "answered",
          log: [{ kind: "asked" }, { kind: "answered" }],
          records: [{ kind: "insurances", clauses: expect.arrayContaining(["R5"]) }],
        },
      ],
      rules: expect.arrayContaining([expect.objectContaining({ clause: "R5" })]),
    });
    expect(JSON.stringify(json)).not.toContain(yuqing.idNumber);
    expect(JSON.stringify(json)).not.toContain(`"person"`);
    expect((await call(officer, "/api/departments/tax/requests")).status).toBe(403);
    expect((await call(officer, "/api/departments/tax/log")).status).toBe(403);
    expect((await call(officer, `${path}?county=990102`)).status).toBe(403);
    const elsewhere = { ...officer, counties: [990_102] };
    expect((await call(elsewhere, path)).json).toMatchObject({ requests: [], counts: [] });
  });

  it("narrows them down by state, day and place in the list", async () => {
    const path = "/api/departments/human-resources/requests";
    const shown = async (query: string) => (await call(officer, `${path}?${query}`)).json;
    const [first] = ((await shown("")) as DepartmentRequests).requests;
    const day = first?.asked.slice(0, 4) ?? "";
    expect(await shown("state=answered")).toMatchObject({ requests: [{ case: "C-1" }] });
    expect(await shown("state=refused")).toMatchObject({
      requests: [],
      counts: [{ state: "answered", count: 1 }],
    });
    expect(await shown(`until=${Number(day) - 1}-12-31`)).toMatchObject({
      requests: [],
      counts: [],
    });
    expect(await shown(`from=${day}-01-01`)).toMatchObject({ requests: [{}] });
    expect(await shown(`before=${first?.id}`)).toMatchObject({ requests: [], more: false });
  });

  it("sees that their own log and ours say the same", async () => {
    expect((await call(officer, "/api/departments/human-resources/log")).json).toMatchObject({
      logs: [{ county, faults: [] }],
      compared: 1,
      differences: [],
    });
    const elsewhere = { ...officer, counties: [990_102] };
    expect((await call(elsewhere, "/api/departments/human-resources/log")).json).toEqual({
      logs: [],
      compared: 0,
      differences: [],
    });
  });
});

const labelOf = (department: string) =>
  exchange.pack.vocabulary.departments.find(({ id }) => id === department)?.label;

describe("the auditor", () => {
  it("sees that our log holds and that the departments' logs agree with it; and where they do not", async () => {
    await ask("C-2", other, gulnar.idNumber);
    await settled(other);
    const sound = (await call(audit, "/api/audit/exchange")).json as ExchangeAudit;
    expect(sound.logs).toMatchObject([{ county, faults: [] }]);
    expect(sound.departments.flatMap(({ differences }) => differences)).toEqual([]);
    expect(
      sound.departments.find(({ department }) => department === "human-resources")?.compared,
    ).toBe(2);

    const client = await owner.pool.connect();
    try {
      await client.query(
        `BEGIN; SET LOCAL luohu.counties = '{${county}}'; SET LOCAL luohu.department = 'public-security'`,
      );
      await client.query("ALTER TABLE exchange_log DISABLE TRIGGER USER");
      const rewritten = await client.query<{ request: string; seq: number }>(
        `UPDATE exchange_log SET digest = sha256('x') WHERE department = 'human-resources' AND kind = 'asked'
           AND seq = (SELECT min(seq) FROM exchange_log WHERE department = 'human-resources')
         RETURNING request_id AS request, seq`,
      );
      await client.query("ALTER TABLE exchange_log ENABLE TRIGGER USER");
      await client.query("COMMIT");
      const [{ request, seq }] = rewritten.rows as [{ request: string; seq: number }];
      const [verified] = await verifyExchange(register);
      expect(verified?.faults).toEqual([
        expect.objectContaining({ code: "link-broken", seq }),
        expect.objectContaining({ code: "payload-changed", seq }),
      ]);
      const told = (await call(audit, "/api/audit/exchange")).json as ExchangeAudit;
      const theirs = told.departments.find(({ department }) => department === "human-resources");
      expect(theirs?.differences).toEqual([
        { request, county, case: "C-1", code: "question-differs" },
      ]);
      const elsewhere = { ...audit, counties: [990_102] };
      expect((await call(elsewhere, "/api/audit/exchange")).json).toMatchObject({ logs: [] });
      expect((await call(elsewhere, "/api/audit/exchange")).text).not.toContain("differs");
    } finally {
      client.release();
    }
  });

  it("sees which questions have no answer while departments are away", async () => {
    await server.departments.stop();
    await ask("C-3", own, yuqing.idNumber);
    const told = (await call(audit, "/api/audit/exchange")).json as ExchangeAudit;
    expect(told.departments.length).toBeGreaterThan(1);
    expect(told.departments.every(({ compared }) => compared === null)).toBe(true);
    const { counts, requests } = told.unanswered;
    expect(counts.length).toBeGreaterThan(1);
    expect(requests.every((each) => each.case === "C-3" && each.state === "waiting")).toBe(true);
    expect(requests).toContainEqual(
      expect.objectContaining({ county, departmentLabel: labelOf("human-resources") }),
    );
    const mine = (await call(officer, "/api/departments/human-resources/log")).json;
    expect(mine).toMatchObject({ compared: null, differences: [] });
    const elsewhere = { ...audit, counties: [990_102] };
    expect((await call(elsewhere, "/api/audit/exchange")).json).toMatchObject({
      unanswered: { counts: [], requests: [] },
    });
  });
});
