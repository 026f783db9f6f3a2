// The engine's advice for a case: from what the person stated and what departments answered, with who said what.
import { answersOf } from "../exchange/index.ts";
import type { Transaction } from "../platform/postgres/index.ts";
import {
  type Dossier,
  type Explanation,
  type Pack,
  parseDossier,
  type PlainRecord,
  type Problem,
  type Result,
} from "../policy/index.ts";
import type { Casework } from "./casework.ts";
import { getService } from "./casework.ts";
import type { Advice } from "./domain/action.ts";
import type { Application } from "./domain/application.ts";
import { explainOpenCase } from "./domain/law-change.ts";
import type { IsoDate } from "./domain/shapes.ts";
import type { StoredCase } from "./stored-case.ts";

type Answers = Awaited<ReturnType<typeof answersOf>>;

/** Advice with its reasons, and what it rests on. */
export type Advised = {
  readonly advice: Advice;
  readonly explanation: Explanation;
  readonly dossier: Dossier;
  /** Departments that have not answered, and what they hold. */
  readonly open: Answers["open"];
  /** Facts on which the records of a department are not what the person said; the records count. */
  readonly contradicted: readonly string[];
};

/** What the rules say to a case on a day. */
export async function advise(
  tx: Transaction,
  casework: Casework,
  { row, state }: StoredCase,
  today: IsoDate,
): Promise<Result<Advised, Problem>> {
  const { application, submitted } = state;
  if (application === undefined) throw new Error("a case begins with its draft");
  const { county, reference, person } = row;
  const answers =
    person === null ? nothing : await answersOf(tx, { county, caseReference: reference, person });
  const { rules } = getService(casework, row.service).declaration;
  return adviseOn(casework.exchange.pack, application, answers, {
    service: rules,
    today,
    submitted: submitted ?? today,
  });
}

const nothing: Answers = { records: {}, complete: [], open: [] };

type Matter = {
  readonly service: string;
  readonly today: IsoDate;
  readonly submitted: IsoDate;
};

/** What the rules say to an application, given what departments answered. */
export function adviseOn(
  pack: Pack,
  application: Application,
  answers: Answers,
  matter: Matter,
): Result<Advised, Problem> {
  const { service, today, submitted } = matter;
  const contradicted: string[] = [];
  for (;;) {
    const merged = dossierOf(application, answers, matter, contradicted);
    const dossier = parseDossier(pack, merged);
    if (!dossier.ok) return dossier;
    const decided = explainOpenCase(pack, dossier.value, submitted, service);
    if (!decided.ok) {
      const facts = decided.problems.flatMap(({ code, params }) =>
        code === "contradiction" && params["fact"] !== undefined ? [String(params["fact"])] : [],
      );
      if (facts.length === 0 || facts.some((fact) => contradicted.includes(fact))) return decided;
      contradicted.push(...facts);
      continue;
    }
    const { law, explanation, told } = decided.value;
    const { decision } = explanation;
    const advice: Advice = {
      outcome: decision.outcome,
      grounds: decision.grounds.map(({ rule, clause, outcome }) => ({ rule, clause, outcome })),
      covered: coveredOf(application, decision.covers),
      on: today,
      law,
      told,
    };
    const { open } = answers;
    return {
      ok: true,
      value: { advice, explanation, dossier: dossier.value, open, contradicted },
    };
  }
}

/** What a department holds counts as it holds it; where it did not answer, what the person stated stays. */
function dossierOf(
  { dossier, county }: Application,
  { records, complete }: Answers,
  { service, today: on }: Matter,
  contradicted: readonly string[],
): unknown {
  const stated = partOf(dossier, "facts");
  const own = partOf(dossier, "records");
  const whole = dossier["complete"];
  const place = partOf(dossier, "place");
  return {
    ...dossier,
    service,
    on,
    place: { ...place, county: String(county) },
    records: { ...own, ...records, ...familyOf(own["family"], records["family"]) },
    complete: [...new Set([...(Array.isArray(whole) ? whole : []), ...complete])],
    facts: Object.fromEntries(
      Object.entries(stated).filter(([fact]) => !contradicted.includes(fact)),
    ),
  };
}

/** Applications name their people by place in the family as it was stated, so a department's records fall into line. */
function familyOf(stated: unknown, answered: readonly PlainRecord[] | undefined) {
  if (!Array.isArray(stated) || answered === undefined) return {};
  const left = [...answered];
  const family = stated.map((record: Readonly<Record<string, unknown>>) => {
    const place = left.findIndex(({ relation }) => relation === record["relation"]);
    return place < 0 ? record : { ...record, ...left.splice(place, 1)[0] };
  });
  return { family: [...family, ...left] };
}

function partOf(dossier: Application["dossier"], key: string): Readonly<Record<string, unknown>> {
  const part = dossier[key];
  return typeof part === "object" && part !== null && !Array.isArray(part) ? part : {};
}

const ranks = { covered: 2, unknown: 1, "not-covered": 0 } as const;

/** Of each of the family the best that any ground says. */
function coveredOf(
  { people }: Application,
  covers: Explanation["decision"]["covers"],
): Advice["covered"] {
  return people.flatMap(({ family }, member) => {
    if (family === null) return [];
    const states = covers.flatMap(({ members }) =>
      members.flatMap(({ index, state }) => (index === family ? [state] : [])),
    );
    const [best] = states.toSorted((a, b) => ranks[b] - ranks[a]);
    return best === undefined ? [] : [{ member, state: best }];
  });
}
