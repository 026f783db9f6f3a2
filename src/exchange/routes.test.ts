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
import { type Challenge, departmentAsked, type OwnExchange } from "./contract.ts";
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
  return { status: response.status, json: await response.json() };
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
    const listed = (await call(protection, "/api/audit/challenges")).json as readonly Challenge[];
    expect(listed.map((each) => each.id)).toEqual([id]);
    expect(
      (await call({ ...protection, counties: [990_102] }, "/api/audit/challenges")).json,
    ).toEqual([]);
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
  });
});

describe("the officer of a department", () => {
  it("sees what their own department was asked, with our log, and not about whom", async () => {
    await settled(own);
    const { status, json } = await call(officer, "/api/departments/human-resources/requests");
    expect(status).toBe(200);
    expect(json).toMatchObject([
      { case: "C-1", state: "answered", log: [{ kind: "asked" }, { kind: "answered" }] },
    ]);
    expect(JSON.stringify(json)).not.toContain(yuqing.idNumber);
    expect(JSON.stringify(json)).not.toContain(`"person"`);
    expect((await call(officer, "/api/departments/tax/requests")).status).toBe(403);
    const elsewhere = { ...officer, counties: [990_102] };
    expect((await call(elsewhere, "/api/departments/human-resources/requests")).json).toEqual([]);
  });
});

type Audit = {
  readonly logs: readonly {
    readonly county: number;
    readonly entries: number;
    readonly faults: readonly object[];
  }[];
  readonly departments: readonly {
    readonly department: string;
    readonly compared: number | null;
    readonly differences: readonly object[];
  }[];
};

describe("the auditor", () => {
  it("sees that our log holds and that the departments' logs agree with it; and where they do not", async () => {
    await ask("C-2", other, gulnar.idNumber);
    await settled(other);
    const sound = (await call(audit, "/api/audit/exchange")).json as Audit;
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
      const [verified] = await verifyExchange(database);
      expect(verified?.faults).toEqual([
        { code: "link-broken", seq },
        { code: "payload-changed", seq },
      ]);
      const told = (await call(audit, "/api/audit/exchange")).json as Audit;
      const theirs = told.departments.find(({ department }) => department === "human-resources");
      expect(theirs?.differences).toEqual([{ request, code: "question-differs" }]);
    } finally {
      client.release();
    }
  });
});
