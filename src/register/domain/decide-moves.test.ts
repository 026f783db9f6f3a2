import { describe, expect, it } from "vitest";
import { perform } from "../testing/memory-register.ts";
import * as t from "../testing/small-town.ts";
import {
  after,
  arriving,
  byFamily,
  groundFor,
  moveOut,
  type Of,
  people,
  refused,
  today,
  underMother,
  warned,
} from "../testing/small-town.ts";

const home = { kind: "new", address: "解放路 1 号", community: "解放社区" } as const;
const newFamily = { kind: "new", type: "family", name: null, home } as const;
const known = (household: number) => ({ kind: "known", household }) as const;

const arrive = (
  arrivals: readonly (readonly [number, number])[],
  change: Partial<Of<"settle">> = {},
  county = t.neighbour,
): Of<"settle"> => ({
  act: "settle",
  on: today,
  ground: groundFor(arrivals.map(([person]) => t.who(person))),
  into: newFamily,
  arrivals: arrivals.map(([person, relation]) => ({ from: "county", county, person, relation })),
  seats: [],
  leftBehind: [],
  ...change,
});

describe("settling from a county kept here", () => {
  it("leaves one county and enters the other on one day", () => {
    const register = after(
      arrive([
        [t.stranger, 2],
        [t.strangerChild, 20],
      ]),
    );
    const [left, entered] = register.log.slice(-2);
    expect([left?.county, left?.payload.type]).toEqual([t.neighbour, "moved-out"]);
    expect([entered?.county, entered?.payload.type]).toEqual([t.town, "settled"]);
    const { households, registrations } = register.state.get(t.neighbour) ?? {};
    expect(households?.get(t.strangerHousehold)?.ended).toBe(today);
    expect(registrations?.get(t.stranger)).toEqual([{ from: "2020-01-01", until: today }]);
    expect(register.state.get(t.town)?.registrations.get(t.stranger)).toEqual([
      { from: today, until: null },
    ]);
  });

  it("says how those left behind stand to one another", () => {
    const alone = (leftBehind: Of<"settle">["leftBehind"]) =>
      arrive([[t.stranger, 2]], { leftBehind });
    const seats = [{ person: t.strangerChild, relation: 2 }];
    expect(refused(alone([]))).toEqual(["no-head"]);
    expect(warned(alone([{ household: t.strangerHousehold, seats }]))).toEqual(["child-alone"]);
    expect(refused(alone([{ household: t.family, seats }]))).toEqual([
      "no-head",
      "not-left-behind",
    ]);
    const child = arrive([[t.strangerChild, 20]], { into: known(t.singleHousehold) });
    expect(warned(child)).toEqual([]);
  });

  it("leaves several households, each in its order and with its own relations", () => {
    const both: Of<"settle"> = {
      act: "settle",
      on: today,
      ground: groundFor([people.single, people.father]),
      into: { kind: "known", household: t.strangerHousehold },
      arrivals: [t.single, t.father].map((person) => ({
        from: "county",
        county: t.town,
        person,
        relation: 97,
      })),
      seats: [],
      leftBehind: [{ household: t.family, seats: underMother }],
    };
    const register = after([t.neighbour, both]);
    expect(
      register.log.slice(-3).map(({ payload }) => "household" in payload && payload.household),
    ).toEqual([t.family, t.singleHousehold, t.strangerHousehold]);
    const wrong = { ...both, leftBehind: [{ household: t.family, seats: [] }] };
    const { verdict } = perform(t.smallTown(), t.neighbour, wrong, today);
    expect(!verdict.ok && verdict.refusals.map(({ path }) => path)).toEqual(["leftBehind.0.seats"]);
  });

  it("keeps the signatures of those who leave with what happened there", () => {
    const register = after(
      arrive([
        [t.strangerChild, 20],
        [t.stranger, 2],
      ]),
    );
    const left = register.log.at(-2)?.payload;
    expect(left?.type === "moved-out" && left.leavers).toEqual([t.strangerChild, t.stranger]);
    expect(left?.ground.signatures.map(({ for: places }) => places)).toEqual([[0], [1]]);
  });

  it("is for people who are registered there", () => {
    expect(refused(arrive([[t.single, 2]], {}, t.town))).toEqual(["same-county"]);
    expect(refused(arrive([[t.single, 2]]))).toEqual(["not-registered-here"]);
    expect(refused(arrive([[999, 2]]))).toEqual(["person-unknown"]);
    const dead = after([
      t.neighbour,
      t.death(t.stranger, { seats: [{ person: t.strangerChild, relation: 2 }] }),
    ]);
    expect(refused(arrive([[t.stranger, 2]]), t.town, dead)).toEqual(["dead"]);
    expect(
      refused(
        arrive([
          [t.stranger, 2],
          [t.stranger, 97],
        ]),
      ),
    ).toContain("named-twice");
  });
});

describe("settling", () => {
  it("brings back who moved out, and nobody who is registered", () => {
    const back = arrive([], {
      ground: groundFor([people.single]),
      arrivals: [{ from: "returning", place: "外地", person: t.single, relation: 2 }],
    });
    expect(refused(back)).toEqual(["already-registered"]);
    const gone = after(moveOut([t.single], { household: t.singleHousehold }));
    expect(refused(back, t.town, gone)).toEqual([]);
    expect(gone.log.at(-1)?.payload).toMatchObject({
      arrivals: [{ from: { kind: "elsewhere", place: "外地" } }],
    });
  });

  it("founds a collective household with a name and a manager, a family with neither", () => {
    const school = arriving([[people.student, 99]], "school", today);
    const [own] = school.ground.signatures;
    const moved = moveOut([t.student], {
      household: t.school,
      ground: groundFor([people.student]),
    });
    const returning = {
      from: "returning",
      place: "外地",
      person: t.student,
      relation: 99,
    } as const;
    const found = (change: Partial<Of<"settle">>) =>
      refused({ ...school, arrivals: [returning], ...change }, t.town, after(moved));
    expect(found({})).toEqual([]);
    expect(found({ ground: { ...school.ground, signatures: own ? [own] : [] } })).toEqual([
      "manager-missing",
    ]);
    const into = { ...newFamily, type: "school", name: null } as const;
    expect(found({ into })).toEqual(["household-name"]);
    expect(found({ arrivals: [{ ...returning, relation: 97 }] })).toEqual(["relation-not-here"]);
    expect(
      refused(
        arrive(
          [
            [t.stranger, 2],
            [t.strangerChild, 20],
          ],
          { into: { ...newFamily, name: "某家" } },
        ),
      ),
    ).toEqual(["household-name"]);
    const nowhere = { ...newFamily, home: { kind: "known", dwelling: 999 } } as const;
    expect(refused(arrive([[t.stranger, 2]], { into: nowhere }))).toEqual(["dwelling-unknown"]);
  });

  it("warns of an arrival without a number, and asks nothing more of the unregistered", () => {
    const nameless = { ...people.single, idNumber: null };
    const elsewhere = arriving([[nameless, 2]], "family", today);
    expect(warned(elsewhere)).toEqual(["id-number-missing"]);
    const unregistered = { from: "unregistered", particulars: nameless, relation: 2 } as const;
    const register = after();
    expect(warned({ ...elsewhere, arrivals: [unregistered] }, t.town, register)).toEqual([]);
    expect(register.log.at(-1)?.payload).toMatchObject({
      arrivals: [{ from: { kind: "unregistered" } }],
    });
    expect(
      warned({
        ...elsewhere,
        arrivals: [unregistered],
        ground: { ...elsewhere.ground, papers: [] },
      }),
    ).toEqual(["no-paper"]);
    const daughter = { ...nameless, sex: 2 as const };
    expect(
      refused(
        arriving(
          [
            [daughter, 2],
            [{ ...daughter, name: "乙" }, 11],
          ],
          "family",
          today,
        ),
      ),
    ).toEqual(["relation-other-sex"]);
    const newborn = { ...nameless, birthDate: today };
    expect(
      refused({ ...elsewhere, arrivals: [{ ...unregistered, particulars: newborn }] }),
    ).toEqual(["unsigned"]);
    const unborn = { ...nameless, birthDate: "2020-06-02" };
    expect(
      refused({ ...elsewhere, arrivals: [{ ...unregistered, particulars: unborn }] }),
    ).toContain("before-birth");
  });

  it("under a new head asks everyone's relation anew", () => {
    const into = known(t.singleHousehold);
    const child = {
      ...arrive(
        [
          [t.stranger, 2],
          [t.strangerChild, 20],
        ],
        { into },
      ),
    };
    expect(refused(child)).toEqual(["two-heads"]);
    expect(refused({ ...child, seats: [{ person: t.single, relation: 97 }] })).toEqual([]);
  });
});

const within = (change: Partial<Of<"move-within">> = {}): Of<"move-within"> => ({
  act: "move-within",
  as: "split",
  on: today,
  ground: groundFor([people.grandmother]),
  from: t.family,
  movers: [{ person: t.grandmother, relation: 2 }],
  into: newFamily,
  left: [],
  seats: [],
  ...change,
});

describe("moving inside the county", () => {
  it("splits with papers, merges whole, and leaves the registration open", () => {
    const register = after(within());
    expect(register.state.get(t.town)?.registrations.get(t.grandmother)).toEqual([
      { from: "2020-01-01", until: null },
    ]);
    expect(refused(within({ ground: { ...groundFor([people.grandmother]), papers: [] } }))).toEqual(
      ["paper-missing"],
    );
    const merger = within({
      as: "merger",
      from: t.singleHousehold,
      ground: groundFor([people.single]),
      movers: [{ person: t.single, relation: 97 }],
      into: known(t.family),
    });
    expect(warned(merger)).toEqual([]);
    expect(refused({ ...merger, as: "move" })).toEqual(["other-kind-of-move"]);
  });

  it("calls a split a split", () => {
    expect(refused(within({ as: "move" }))).toEqual(["other-kind-of-move"]);
    expect(refused(within({ as: "merger" }))).toEqual(["other-kind-of-move"]);
    const intoOther = {
      into: known(t.singleHousehold),
      movers: [{ person: t.grandmother, relation: 97 }],
    };
    expect(refused(within(intoOther))).toEqual(["other-kind-of-move"]);
    expect(refused(within({ ...intoOther, as: "move" }))).toEqual([]);
    expect(refused(within({ into: known(t.family) }))).toEqual(["same-household"]);
  });

  it("with the head asks how those who stay stand", () => {
    const head = {
      ground: groundFor([people.father]),
      movers: [{ person: t.father, relation: 2 }],
    };
    expect(refused(within(head))).toEqual(["no-head"]);
    expect(warned(within({ ...head, left: underMother }))).toEqual([]);
  });

  it("out of a collective household is a move, and founds one as settling does", () => {
    const student = within({
      as: "move",
      from: t.school,
      ground: groundFor([people.student]),
      movers: [{ person: t.student, relation: 2 }],
    });
    expect(warned(student)).toEqual([]);
    const movers = [{ person: t.grandmother, relation: 99 }];
    const into = { ...newFamily, type: "school", name: "第二中学" } as const;
    expect(refused(within({ as: "move", movers, into }))).toEqual(["manager-missing"]);
  });

  it("counts from no day before the last change of those who move", () => {
    const corrected = after({
      act: "correct",
      on: today,
      ground: groundFor([people.grandmother]),
      person: t.grandmother,
      after: { education: 20 },
    });
    const on = "2020-05-31";
    const ground = groundFor([people.grandmother], on);
    expect(refused(within({ on, ground }))).toEqual([]);
    expect(refused(within({ on, ground }), t.town, corrected)).toEqual(["before-last-change"]);
  });

  it("is signed by each who moves", () => {
    expect(refused(within({ ground: byFamily }))).toEqual(["unsigned"]);
    expect(refused(within({ movers: [{ person: t.single, relation: 2 }] }))).toEqual([
      "not-a-member",
    ]);
  });
});
