// Acts that the register accepts: people who arrive from elsewhere, none of them known to it.
import { madeUpIdNumber } from "../../src/demo-data/made-up-id-number.ts";
import type { Act } from "../../src/register/index.ts";

type Settle = Extract<Act, { act: "settle" }>;
type Arriving = Extract<Settle["arrivals"][number], { from: "elsewhere" }>;

/** Gives out acts, no person twice. */
export type Settler = {
  /** Someone alone, a couple, or a couple with a child, in a household and a home of their own. */
  readonly found: () => Settle;
  /** A relative who joins a household. */
  readonly join: (household: number) => Settle;
  /** How much it gave out so far. */
  readonly given: () => Given;
};

export type Given = { readonly people: number; readonly acts: number };

const surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨";
const characters = "晓雨文海林峰静敏思远佳宁志安明华";

/** @param numbers division of the ID numbers, 990000-999999; one settler alone may use it */
export function openSettler(numbers: number, today: string): Settler {
  let count = 0;
  let acts = 0;

  function adult(sex: 1 | 2, relation: number): Arriving {
    count += 1;
    return arriving(
      count,
      sex,
      relation,
      new Date(Date.UTC(1950, 0, 1) + (count % 18_000) * dayMs),
    );
  }

  function child(): Arriving {
    count += 1;
    return arriving(count, 2, 30, new Date(Date.UTC(2012, 0, 1) + (count % 3000) * dayMs));
  }

  function arriving(place: number, sex: 1 | 2, relation: number, born: Date): Arriving {
    const birthDate = born.toISOString().slice(0, 10);
    const order = 2 * (Math.floor(place / 3000) % 499) + sex;
    const division = numbers + Math.floor(place / (3000 * 499));
    const at = (texts: string, index: number) => texts[index % texts.length] ?? "";
    return {
      from: "elsewhere",
      place: "样例省东河县（虚构）",
      relation,
      particulars: {
        name:
          at(surnames, place) +
          at(characters, Math.floor(place / 16)) +
          at(characters, Math.floor(place / 256)),
        nameHan: null,
        formerNames: [],
        sex,
        birthDate,
        birthCounty: null,
        idNumber: madeUpIdNumber(division, birthDate, order),
        marital: null,
        education: null,
        mother: null,
        father: null,
      },
    };
  }

  function settle(into: Settle["into"], arrivals: readonly Arriving[]): Settle {
    const [first] = arrivals;
    acts += 1;
    return {
      act: "settle",
      on: today,
      ground: {
        clause: "R8",
        papers: [{ kind: "113", number: `LH-${count}`, issued: today }],
        signatures: arrivals.map(({ relation, particulars }, place) =>
          relation === 30
            ? {
                signer: first?.particulars.name ?? "",
                as: "guardian",
                for: [place],
                signed: today,
                heard: true,
              }
            : { signer: particulars.name, as: "self", for: [place], signed: today },
        ),
      },
      into,
      arrivals,
      seats: [],
      leftBehind: [],
    };
  }

  return {
    found() {
      const family = [
        () => [adult(1, 2)],
        () => [adult(1, 2), adult(2, 12)],
        () => [adult(1, 2), adult(2, 12), child()],
      ];
      const arrivals = family[acts % family.length]?.() ?? [];
      const address = `新华西街${count % 260}号锦绣园${count % 24}栋${count % 18}01室`;
      const home = { kind: "new", address, community: "新华西街社区" } as const;
      return settle({ kind: "new", type: "family", name: null, home }, arrivals);
    },
    given: () => ({ people: count, acts }),
    join: (household) => settle({ kind: "known", household }, [adult(1, 97)]),
  };
}

const dayMs = 86_400_000;
