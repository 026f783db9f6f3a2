import { beforeAll, expect, it } from "vitest";
import { onEachServer, useDatabase } from "../platform/postgres/testing/index.ts";
import type { Particulars } from "./domain/shapes.ts";
import { searchPeople } from "./search-people.ts";
import { scopeOf } from "./register.ts";
import { dayAfter, madeUpPerson } from "./testing/made-up.ts";
import { doAct, looker, registerOn } from "./testing/register.ts";
import { arriving, today, town } from "./testing/small-town.ts";

const born = (place: number): Particulars =>
  madeUpPerson(place, dayAfter("1980-01-01", place), { female: false, numbered: true });

const named = ["王伟", "王伟明", "伟王", "单雄信", "吕布", "欧阳修"];
const others: readonly (readonly [string, string | null])[] = [
  ["ئالىم ئەركىن", "阿里木·艾尔肯"],
  ["Alim Erkin", "阿力木·艾尔肯·吐尔逊"],
  ["古丽·买买提", null],
];

onEachServer(async (server) => {
  const { database, owner } = await useDatabase(server);
  const register = registerOn(database, () => today);

  beforeAll(async () => {
    const names = [...named.map((name) => [name, null] as const), ...others];
    for (const [place, [name, nameHan]] of names.entries()) {
      const particulars = { ...born(place), name, nameHan };
      const act = arriving([[particulars, 2]]);
      const { into } = act;
      if (into.kind !== "new" || into.home.kind !== "new") throw new Error("a home begins");
      const address = `团结路 ${place} 号 B 座`;
      const home = { ...into, home: { ...into.home, address } };
      const done = await doAct(register, town, { ...act, into: home }, `come ${name}`);
      expect(done.kind).toBe("done");
    }
  });

  const find = async (text: string, by: "name" | "address" | "id-number" = "name") => {
    const { people } = await searchPeople(register, town, { by, text }, looker);
    return people.map(({ name }) => name);
  };

  it("finds names by their first characters, of one, two or more", async () => {
    expect(await find("王伟")).toEqual(["王伟", "王伟明"]);
    expect(await find("王")).toEqual(["王伟", "王伟明"]);
    expect(await find("王伟明")).toEqual(["王伟明"]);
    expect(await find("伟")).toEqual(["伟王"]);
    expect(await find("赵")).toEqual([]);
  });

  it("finds names by sound and by initials, whatever the case and the blanks", async () => {
    expect(await find("wangwei")).toEqual(["王伟", "王伟明"]);
    expect(await find("Wang Wei")).toEqual(["王伟", "王伟明"]);
    expect(await find("ww")).toEqual(["伟王", "王伟", "王伟明"].toSorted());
    // A surname in its own reading; ü as v.
    expect(await find("shanxiong")).toEqual(["单雄信"]);
    expect(await find("lvbu")).toEqual(["吕布"]);
    expect(await find("oyx")).toEqual(["欧阳修"]);
  });

  it("finds names in their own script, by the Chinese-character form and by the part after the dot", async () => {
    expect(await find("阿里木")).toEqual(["ئالىم ئەركىن"]);
    expect(await find("艾尔肯")).toEqual(expect.arrayContaining(["ئالىم ئەركىن", "Alim Erkin"]));
    expect(await find("ئالىم")).toEqual(["ئالىم ئەركىن"]);
    expect(await find("Alim")).toContain("Alim Erkin");
    expect(await find("买买提")).toEqual(["古丽·买买提"]);
    expect(await find("alimu")).toEqual(expect.arrayContaining(["ئالىم ئەركىن", "Alim Erkin"]));
  });

  it("finds addresses by any two characters that follow one another, blanks and case aside", async () => {
    expect(await find("结路", "address")).toHaveLength(named.length + others.length);
    expect(await find("路3号b", "address")).toEqual([named[3]]);
    expect(await find("团", "address")).toEqual([]);
    expect(await find("%%", "address")).toEqual([]);
    expect(await find("__", "address")).toEqual([]);
  });

  it("finds nothing by what sounds like nothing, and everyone's wildcards are letters like others", async () => {
    expect(await find("%")).toEqual([]);
    expect(await find("··")).toEqual([]);
    expect(await find("'; DROP TABLE person; --")).toEqual([]);
  });

  it("shows at most fifty and says that there are more", async () => {
    for (let place = 0; place < 52; place++) {
      const act = arriving([[{ ...born(100 + place), name: "钱多多" }, 2]]);
      await doAct(register, town, act, `many ${place}`);
    }
    const { people, more } = await searchPeople(
      register,
      town,
      { by: "name", text: "钱多" },
      looker,
    );
    expect([people.length, more]).toEqual([50, true]);
    const all = await searchPeople(register, town, { by: "name", text: "王" }, looker);
    expect(all.more).toBe(false);
  });

  it("takes every kind of search from an index", async () => {
    // Few rows are read faster without one: here it is about whether one can be used at all.
    const plans = await owner.inTransaction(scopeOf([town]), async (tx) => {
      await tx.run({ name: "test-role", text: "SET LOCAL ROLE luohu_app" });
      await tx.run({ name: "test-no-scans", text: "SET LOCAL enable_seqscan = off" });
      const texts = ["name", "name_han", "name_part", "sound", "initials"].map(
        (column) => `EXPLAIN SELECT person_id FROM person WHERE county = 990101
          AND ${column} >= '王' AND ${column} < '玌' ORDER BY ${column}, person_id LIMIT 51`,
      );
      const found = [];
      for (const [place, text] of texts.entries()) {
        const rows = await tx.run<{ "QUERY PLAN": string }>({ name: `test-plan-${place}`, text });
        found.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
      }
      return found;
    });
    for (const plan of plans) {
      expect(plan).toMatch(/Index (Only )?Scan using person_by_\w+/);
      expect(plan).toMatch(/Index Cond: .*>= '王'/);
      expect(plan).not.toContain("Sort");
    }
  });
});
