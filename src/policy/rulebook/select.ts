import { formatDay } from "../calendar/day.ts";
import type { Problem } from "../problem/problem.ts";
import { type Result, ok, refused } from "../result.ts";
import { and, not, or, truth } from "../syntax/build.ts";
import type { Core } from "../syntax/core.ts";
import { suggest } from "../check/suggest.ts";
import type { Chain, Instrument, Pack, Period, Rule } from "./pack.ts";

/** A rule as it counts for one place and day: exceptions taken out of where it applies, upper texts only referring. */
export type Ground = {
  readonly rule: Rule;
  /** Whether it is a ground here at all. */
  readonly where: Core;
  readonly when: Core;
  /** What it gives here: a rule of a text above the place's own can only refer. */
  readonly gives: "grant" | "refer";
};

/** What counts towards the outcome, whichever rule or text it comes from. */
export type Counted = Pick<Ground, "where" | "when" | "gives">;

/** Everything that decides one service at one place and day. */
export type RuleSet = {
  readonly service: string;
  /** Each rule as a ground of its own, for people to read. */
  readonly grounds: readonly Ground[];
  /** What binding texts above allow at most; undefined where none binds. */
  readonly limit?: Core;
  /** The chain asked, top first. */
  readonly texts: readonly Instrument[];
};

export type Selection = {
  readonly service: string;
  /** 6-digit county code. */
  readonly county: string;
  /** Day numbers: the day asked about, and the day whose knowledge of the law counts. */
  readonly on: number;
  readonly knownAt: number;
  /** An instrument's id, a level (`national`: its texts together), or `all`. */
  readonly law: string;
};

const inForce = (period: Period, day: number): boolean =>
  period.from <= day && day < (period.until ?? Infinity);

/** Services some rule of the pack serves. */
export const servicesOf = (pack: Pack): readonly string[] => [
  ...new Set(pack.rules.map(({ service }) => service)),
];

/** The chain of texts of a county: that of the longest code it begins with. */
export const chainOf = ({ chains }: Pack, county: string): Chain | undefined =>
  chains
    .flatMap((chain) => chain.places.map((prefix) => ({ prefix, chain })))
    .filter(({ prefix }) => county.startsWith(prefix))
    .toSorted((a, b) => b.prefix.length - a.prefix.length)[0]?.chain;

/** The rules that count; problems: `unknown-service`, `no-rulebook-for-place`, `no-text-in-force`, `unknown-law`, `law-not-for-place`. */
export function selectRules(pack: Pack, asked: Selection): Result<RuleSet, Problem> {
  const services = servicesOf(pack);
  if (!services.includes(asked.service))
    return refused(
      problem(
        "unknown-service",
        "service",
        { service: asked.service, known: services.join(", ") },
        suggest(asked.service, services),
      ),
    );
  const chain = chainOf(pack, asked.county);
  if (chain === undefined)
    return refused(problem("no-rulebook-for-place", "place.county", { county: asked.county }));
  const ids = textsAsked(pack, chain, asked.law);
  if (ids.length === 0) {
    const known = pack.instruments.filter(({ held }) => held).map(({ id }) => id);
    const code = known.includes(asked.law) ? "law-not-for-place" : "unknown-law";
    return refused(
      problem(
        code,
        "law",
        {
          law: asked.law,
          known: [...chain.instruments, ...levelsOf(pack, chain), "all"].join(", "),
        },
        suggest(asked.law, known),
      ),
    );
  }
  const texts = ids
    .map((id) => pack.instruments.find((text) => text.id === id)!)
    .filter((text) => inForce(text.inForce, asked.on));
  if (texts.length === 0) {
    return refused(
      problem("no-text-in-force", "on", { on: formatDay(asked.on), texts: ids.join(", ") }),
    );
  }
  const own = asked.law === "all" ? ids.slice(-1) : ids;
  const rules = pack.rules.filter(
    (rule) =>
      rule.service === asked.service &&
      texts.some(({ id }) => id === rule.instrument) &&
      inForce(rule.inForce, asked.on) &&
      rule.recorded <= asked.knownAt,
  );
  const grounds = rules.map((rule) => groundOf(rule, rules, own));
  const limit = limitOf(rules, own);
  return ok({
    service: asked.service,
    grounds,
    ...(limit === undefined ? {} : { limit }),
    texts,
  });
}

/** The whole chain, one text of it, or its texts of one level (`national`). */
function textsAsked(pack: Pack, { instruments }: Chain, law: string): readonly string[] {
  if (law === "all") return instruments;
  if (instruments.includes(law)) return [law];
  return instruments.filter((id) =>
    pack.instruments.some((text) => text.id === id && text.level === law && text.held),
  );
}

const levelsOf = (pack: Pack, { instruments }: Chain): readonly string[] => [
  ...new Set(
    pack.instruments
      .filter(({ id, held }) => held && instruments.includes(id))
      .map(({ level }) => level),
  ),
];

/** A later text above the place's own may bind it, of whom it speaks: what the local text gives beyond it is referred. */
function limitOf(rules: readonly Rule[], own: readonly string[]): Core | undefined {
  const binding = rules.filter(({ binds, instrument }) => binds && !own.includes(instrument));
  if (binding.length === 0) return undefined;
  const spoken = or(...binding.map(({ where }) => where));
  return or(not(spoken), ...binding.map((rule) => holds(rule, rules)));
}

/** The grounds as they count together: limited by binding texts, and with what an open slot refers. */
export function countedGrounds({ grounds, limit, texts }: RuleSet): readonly Counted[] {
  const limited = grounds.flatMap((ground): readonly Counted[] => {
    if (ground.gives === "refer" || limit === undefined) return [ground];
    const { where, when } = ground;
    return [
      { where, when: and(when, limit), gives: "grant" },
      { where, when: and(when, not(limit)), gives: "refer" },
    ];
  });
  const openSlot = texts.some(({ held }) => !held);
  return openSlot ? [...limited, { where: truth, when: truth, gives: "refer" }] : limited;
}

function problem(
  code: string,
  path: string,
  params: Readonly<Record<string, string>>,
  suggestion?: string,
): Problem {
  return { code, params, at: { path }, ...(suggestion === undefined ? {} : { suggestion }) };
}

function groundOf(rule: Rule, rules: readonly Rule[], own: readonly string[]): Ground {
  return {
    rule,
    where: and(
      rule.where,
      ...exceptionsTo(rule, rules).map((exception) => not(holds(exception, rules))),
    ),
    when: rule.when,
    gives: own.includes(rule.instrument) ? rule.gives : "refer",
  };
}

const exceptionsTo = (rule: Rule, rules: readonly Rule[]): readonly Rule[] =>
  rules.filter(({ exceptionTo }) => exceptionTo.includes(rule.id));

/** An exception holds unless an exception to it does. */
const holds = (rule: Rule, rules: readonly Rule[]): Core =>
  and(
    rule.where,
    rule.when,
    ...exceptionsTo(rule, rules).map((exception) => not(holds(exception, rules))),
  );
