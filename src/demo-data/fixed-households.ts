// Households that demos and end-to-end tests call by name. All made up; chance never touches them.
import type { CountyEvent, IsoDate, Particulars } from "../register/index.ts";
import { gulnar, neighbourCounty, sampleDistrict, yuqing } from "./cast.ts";
import { formerRegister, takenOver } from "./founding.ts";
import { madeUpIdNumber } from "./made-up-id-number.ts";
import type { Keys } from "./people.ts";

type FixedMember = {
  readonly relation: number;
  readonly particulars: Omit<Particulars, "mother" | "father">;
  /** Places in the household. */
  readonly mother?: number;
  readonly father?: number;
};

type FixedHousehold = {
  readonly county: number;
  readonly address: string;
  readonly community: string;
  readonly members: readonly FixedMember[];
};

type Rest = {
  readonly han?: string;
  readonly marital?: number;
  readonly education?: number;
  readonly mother?: number;
  readonly father?: number;
};

/** The last digit of the order of an ID number says the sex: odd is male. */
function member(
  county: number,
  relation: number,
  name: string,
  birthDate: string,
  order: number,
  { han, marital, education, ...parents }: Rest = {},
): FixedMember {
  return {
    relation,
    particulars: {
      name,
      nameHan: han ?? null,
      formerNames: [],
      sex: order % 2 === 1 ? 1 : 2,
      birthDate,
      birthCounty: county,
      idNumber: madeUpIdNumber(county, birthDate, order),
      marital: marital ?? null,
      education: education ?? null,
    },
    ...parents,
  };
}

const here = sampleDistrict;
const there = neighbourCounty;

const fixedHouseholds: readonly FixedHousehold[] = [
  {
    county: here,
    address: "长青路18号锦绣园6栋2单元301室",
    community: "长青路社区",
    members: [
      member(here, 2, yuqing.name["zh-CN"], "1988-04-12", 902, { marital: 21, education: 20 }),
      member(here, 11, "周明远", "1986-09-20", 901, { marital: 21, education: 20, mother: 4 }),
      member(here, 30, "周小禾", "2012-05-06", 904, { education: 70, mother: 0, father: 1 }),
      member(here, 20, "周小麦", "2018-11-23", 903, { education: 80, mother: 0, father: 1 }),
      member(here, 54, "吴秀兰", "1957-02-14", 902, { marital: 30, education: 70 }),
    ],
  },
  {
    county: here,
    address: "胡杨路77号阳光里3栋1单元502室",
    community: "胡杨路社区",
    members: [
      member(here, 2, "ئەركىن تۇرسۇن", "1968-02-11", 901, {
        han: "艾尔肯·吐尔逊",
        marital: 21,
        education: 60,
        mother: 4,
      }),
      member(here, 12, "رەيھان قۇربان", "1971-06-30", 902, {
        han: "热依汗·库尔班",
        marital: 21,
        education: 60,
      }),
      member(here, 30, "گۈلنار ئەركىن", "1999-09-03", 904, {
        han: gulnar.name["zh-CN"],
        marital: 10,
        education: 20,
        mother: 1,
        father: 0,
      }),
      member(here, 20, "دىلشات ئەركىن", "2003-12-17", 905, {
        han: "迪力夏提·艾尔肯",
        marital: 10,
        education: 30,
        mother: 1,
        father: 0,
      }),
      member(here, 52, "پاتىمە ئابدۇسالام", "1944-08-08", 902, {
        han: "帕提曼·阿布都沙拉木",
        marital: 30,
        education: 80,
      }),
    ],
  },
  {
    county: here,
    address: "果园街5号翠湖苑2栋3单元1102室",
    community: "果园街社区",
    members: [
      member(here, 2, "高建中", "1959-03-27", 901, { marital: 21, education: 60 }),
      member(here, 12, "白素芬", "1961-10-02", 902, { marital: 21, education: 60 }),
      member(here, 20, "高远", "1990-07-15", 903, {
        marital: 21,
        education: 20,
        mother: 1,
        father: 0,
      }),
      member(here, 38, "苏敏", "1991-01-09", 904, { marital: 21, education: 20 }),
      member(here, 42, "高一诺", "2018-04-18", 906, { education: 80, mother: 3, father: 2 }),
    ],
  },
  {
    county: here,
    address: "文化巷31号安居苑9栋1单元201室",
    community: "文化巷社区",
    members: [
      member(here, 2, "沈浩然", "1993-05-05", 901, { marital: 21, education: 20 }),
      member(here, 12, "许佳怡", "1995-08-26", 902, { marital: 21, education: 20 }),
    ],
  },
  {
    county: here,
    address: "学府街12号杏林家园4栋2单元604室",
    community: "学府街社区",
    members: [
      member(here, 2, "冯桂兰", "1937-12-01", 902, { marital: 30, education: 80 }),
      member(here, 20, "段志强", "1963-04-04", 901, { marital: 40, education: 70, mother: 0 }),
    ],
  },
  {
    county: here,
    address: "迎宾大道206号和顺园1栋1单元1803室",
    community: "迎宾大道社区",
    members: [
      member(here, 2, "彭振华", "1966-06-16", 901, { marital: 40, education: 40 }),
      member(here, 30, "彭悦", "1994-02-22", 902, { marital: 10, education: 20, father: 0 }),
    ],
  },
  {
    county: here,
    address: "北塔镇沙枣林村3组18号",
    community: "沙枣林村",
    members: [
      member(here, 2, "买买提吐尔逊江·阿布都热合曼尼亚孜", "1979-03-21", 903, { marital: 10 }),
      member(here, 99, "其其格", "1983-09-09", 908, { marital: 10, education: 30 }),
    ],
  },
  {
    county: there,
    address: "东风渠路64号春晓小区7栋1单元402室",
    community: "东风渠路社区",
    members: [
      member(there, 2, "马建业", "1991-11-11", 901, { marital: 21, education: 30 }),
      member(there, 12, "丁雪", "1993-03-03", 902, { marital: 21, education: 30 }),
      member(there, 20, "马小川", "2019-07-07", 903, { education: 80, mother: 1, father: 0 }),
    ],
  },
  {
    county: there,
    address: "清水河镇双渠村6组9号",
    community: "双渠村",
    members: [
      member(there, 2, "罗天成", "1955-01-20", 901, { marital: 30, education: 70 }),
      member(there, 20, "罗晓东", "1989-10-30", 903, { marital: 10, education: 20, father: 0 }),
    ],
  },
];

/** The founding events of the fixed households. */
export function foundFixedHouseholds(keys: Keys, on: IsoDate): readonly CountyEvent[] {
  return fixedHouseholds.map(({ county, address, community, members }) => {
    const people = members.map(keys.person);
    const keyOf = (place: number | undefined) =>
      place === undefined ? null : (people[place] ?? null);
    return {
      county,
      event: {
        type: "settled",
        on,
        ground: takenOver,
        household: keys.household(),
        founding: {
          kind: "family",
          name: null,
          dwelling: { dwelling: keys.dwelling(), address, community },
        },
        arrivals: members.map(({ relation, particulars, mother, father }, place) => ({
          person: people[place] ?? 0,
          relation,
          particulars: { ...particulars, mother: keyOf(mother), father: keyOf(father) },
          from: formerRegister,
        })),
        seats: [],
      },
    };
  });
}
