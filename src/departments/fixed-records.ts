// What departments hold of the made-up people whom demos and tests call by name.
import {
  dingXue,
  gulnar,
  jianye,
  neighbourCounty,
  sampleDistrict,
  xiaodong,
  yuqing,
} from "../demo-data/index.ts";
import type { PlainRecord } from "../policy/index.ts";

export type FixedRecords = {
  readonly records: Readonly<Record<string, readonly PlainRecord[]>>;
  /** Kinds of which the department does not know whether these are all. */
  readonly open?: readonly string[];
};

const here = String(sampleDistrict);
const there = String(neighbourCounty);

/** By citizen ID number. */
export const fixedRecords: ReadonlyMap<string, FixedRecords> = new Map<string, FixedRecords>([
  [
    // Owns the home that her household lives in.
    yuqing.idNumber ?? "",
    {
      records: {
        registrations: [{ at: here, from: "2014-06-01", kind: "town" }],
        residences: [{ at: here, from: "2014-06-01", basis: "own-home" }],
        titles: [{ at: here, use: "home", holder: "joint", "joint-with": "spouse" }],
        insurances: [{ from: "2011-07", urban: true, current: true }],
        employments: [{ at: here, from: "2011-07-01", contract: true, formal: true }],
        graduations: [{ school: "university" }],
      },
    },
  ],
  [
    // Works and rents in the neighbouring county; whether the lease is registered, nobody there can say.
    gulnar.idNumber ?? "",
    {
      records: {
        registrations: [{ at: here, from: "1999-09-03", kind: "town" }],
        residences: [{ at: there, from: "2022-09-01", basis: "tenancy" }],
        insurances: [{ from: "2022-09", urban: true, current: true }],
        employments: [{ at: there, from: "2022-09-01", contract: true, formal: true }],
        graduations: [{ school: "university" }],
      },
      open: ["leases"],
    },
  ],
  [
    // Bought a home in the sample district with his wife, and may settle there.
    jianye.idNumber ?? "",
    {
      records: {
        registrations: [{ at: there, from: "1991-11-11", kind: "town" }],
        titles: [{ at: here, use: "home", holder: "joint", "joint-with": "spouse" }],
        family: [
          { relation: "spouse", "co-residing": true, unmarried: false, minor: false },
          { relation: "child", "co-residing": true, unmarried: true, minor: true },
        ],
      },
    },
  ],
  [
    // Every department says that there is nothing.
    xiaodong.idNumber ?? "",
    { records: { registrations: [{ at: there, from: "1989-10-30", kind: "village" }] } },
  ],
  [
    // Has a job in the sample district; whether she is insured is not settled.
    dingXue.idNumber ?? "",
    {
      records: {
        registrations: [{ at: there, from: "1993-03-03", kind: "town" }],
        employments: [{ at: here, from: "2023-03-01", contract: true }],
      },
      open: ["insurances"],
    },
  ],
]);
