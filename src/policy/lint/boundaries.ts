import { stringify } from "yaml";
import { formatDay } from "../calendar/day.ts";
import { diagramOf, type RuleDiagram } from "../diagram/build.ts";
import type { NodeId } from "../diagram/manager.ts";
import { otherCode, type Variable } from "../diagram/partition.ts";
import { smallestWitness, type Witness } from "../diagram/person.ts";
import { decideDossier } from "../decision/decide.ts";
import type { Dossier, PlainValue } from "../dossier/dossier.ts";
import { TRUE } from "../fold/facts.ts";
import type { Pack } from "../rulebook/pack.ts";
import type { PackFile } from "../rulebook/load.ts";
import { selectRules, servicesOf } from "../rulebook/select.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";

/** The day boundary cases are asked on: the last on which some rule comes into force. */
const boundaryDay = (pack: Pack): number =>
  Math.max(...pack.rules.map(({ inForce }) => inForce.from));

/** Boundary case files of a pack, one an instrument and service, by their path in its folder. */
export function boundaryFiles(pack: Pack): readonly PackFile[] {
  const on = boundaryDay(pack);
  return pack.instruments.flatMap(({ id }) =>
    servicesOf(pack).flatMap((service) => {
      const text = boundaryCases(pack, service, id, on);
      if (text === undefined) return [];
      return [
        { path: `cases/boundaries-${id.toLowerCase()}-${service}.yaml`, text: `${heading}${text}` },
      ];
    }),
  );
}

const heading = `# Written by \`luohu cases --boundaries\`: both sides of every threshold of the rules, by the smallest person who
# shows it. When a rule changes, write it again and look at what moved.

`;

/**
 * Cases on both sides of every threshold of an instrument's rules for one service, each with the fewest
 * facts that bring the threshold to bear. Kept with the pack, they show in review what a change moves.
 * @param on day number on which the rules are asked
 */
export function boundaryCases(
  pack: Pack,
  service: string,
  instrument: string,
  on: number,
): string | undefined {
  const chain = pack.chains.find(({ instruments }) => instruments.includes(instrument));
  const county = pack.places.find(
    ({ code, type }) =>
      chain?.places.some((prefix) => code.startsWith(prefix)) &&
      type !== "prefecture" &&
      type !== "prefecture-city",
  )?.code;
  if (county === undefined) return undefined;
  const selected = selectRules(pack, { service, county, on, knownAt: Infinity, law: instrument });
  if (!selected.ok) return undefined;
  const facts = new Map(pack.vocabulary.facts.map((fact) => [fact.name, fact]));
  const diagram = diagramOf(selected.value, on, facts);
  const cases = selected.value.grounds.flatMap(({ rule }, index) =>
    peopleAtEdges(diagram, diagram.grounds[index]!).flatMap(({ variable, person }) => {
      const { place, facts: stated } = dossierOf(diagram.variables, person, (code) =>
        realCounty(pack, code, county),
      );
      const asked: Dossier = {
        on: formatDay(on),
        place,
        complete: [],
        unsure: [],
        records: {},
        facts: stated,
      };
      const decided = decideDossier(pack, asked, { service, law: instrument });
      if (!decided.ok) return [];
      const { outcome, grounds } = decided.value;
      const plain = Object.fromEntries(
        Object.entries(stated).map(([name, { value }]) => [name, value]),
      );
      return [
        {
          case: `${rule.id} at ${variable.fact.name} ${plain[variable.fact.name]}`,
          row: rule.clause,
          dossier: { place, facts: plain },
          expect: {
            outcome,
            grounds: {
              [rule.id]: grounds.find((ground) => ground.rule === rule.id)?.outcome ?? "absent",
            },
          },
        },
      ];
    }),
  );
  if (cases.length === 0) return undefined;
  return stringify(
    { instrument, service, dossier: { on: formatDay(on) }, cases },
    { lineWidth: 120 },
  );
}

type Quantity = Extract<Variable, { kind: "ordered" }>;

/** The smallest people on either side of each threshold that a ground has. */
function peopleAtEdges(
  { manager, variables }: RuleDiagram,
  ground: NodeId,
): readonly { readonly variable: Quantity; readonly person: Witness }[] {
  return variables.flatMap((variable, index) => {
    if (variable.kind !== "ordered") return [];
    const fixed = variable.regions.map((_, region) =>
      manager.restrict(
        ground,
        variables.map(({ regions }, other) =>
          Uint8Array.from(regions, (__, which) => (other !== index || which === region ? 1 : 0)),
        ),
      ),
    );
    return fixed.slice(1).flatMap((above, region) => {
      const below = fixed[region]!;
      if (below === above) return [];
      const witness = smallestWitness(manager, [below, above], ([a, b]) => a !== b)!;
      return [region, region + 1].map((at) => ({
        variable,
        person: new Map([...witness, [index, at]]),
      }));
    });
  });
}

/** The county itself, or one of its prefecture; without one, `otherwise`. */
function realCounty({ places }: Pack, code: string | undefined, otherwise: string): string {
  if (code === undefined) return otherwise;
  const counties = places.filter(({ type }) => type !== "prefecture" && type !== "prefecture-city");
  const found =
    counties.find((place) => place.code === code) ??
    counties.find((place) => place.code.startsWith(code.slice(0, 4)));
  return found?.code ?? otherwise;
}

function dossierOf(
  variables: readonly Variable[],
  person: Witness,
  countyOf: (code: string | undefined) => string,
): Pick<Dossier, "place" | "facts"> {
  const values = [...person].flatMap(
    ([index, region]): readonly (readonly [string, PlainValue])[] => {
      const variable = variables[index]!;
      if (variable.kind === "relation") return [];
      const value = plainValue(variable.fact, variable.regions[region]!);
      return value === undefined ? [] : [[variable.fact.name, value]];
    },
  );
  const known = new Map(values);
  const kind = known.get("place.kind");
  return {
    place: {
      county: countyOf(known.get("place.county")?.toString()),
      ...(kind === undefined ? {} : { kind: String(kind) }),
    },
    facts: Object.fromEntries(
      values
        .filter(([name]) => !name.startsWith("place."))
        .map(([name, value]) => [name, { value }]),
    ),
  };
}

function plainValue({ type }: Fact, value: number): PlainValue | undefined {
  switch (type.kind) {
    case "boolean":
      return value === TRUE;
    case "enum":
      return type.values[value]!.id;
    case "code":
      return value === otherCode ? undefined : String(value);
    case "date":
      return formatDay(value);
    case "number":
      return value;
  }
}
