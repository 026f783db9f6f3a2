/**
 * The named people of the demo, who sign in with one click and whom tests call by name. All of them are made up: names,
 * days of birth and numbers belong to nobody, and the places 990101 and 990102 do not exist.
 */
import type { Text } from "../policy/index.ts";
import { madeUpIdNumber } from "./made-up-id-number.ts";

export const sampleDistrict = 990_101;
export const neighbourCounty = 990_102;

export type CastRole =
  | "resident"
  | "window-clerk"
  | "approver"
  | "department-officer"
  | "lawmaker"
  | "auditor"
  | "data-protection-officer";

export type CastMember = {
  /** Subject at the identity provider; stable. */
  readonly subject: string;
  /** Display name. For residents `zh-CN` is the Chinese-character form that the register holds. */
  readonly name: Text;
  readonly role: CastRole;
  /** Counties (GB/T 2260 codes) in which the person works; empty for residents and lawmakers. */
  readonly counties: readonly number[];
  /** A department of `rulebooks/vocabulary.yaml`; of staff only. */
  readonly department?: string;
  /** How the register knows a resident. */
  readonly idNumber?: string;
};

const police = "public-security";

/** Heads her household: husband, daughter, son and mother-in-law live with her. */
export const yuqing: CastMember = {
  subject: "chen-yuqing",
  name: { "zh-CN": "陈雨晴", en: "Chen Yuqing" },
  role: "resident",
  counties: [],
  idNumber: madeUpIdNumber(sampleDistrict, "1988-04-12", 902),
};

/** Grown up, lives in the household that her father heads. */
export const gulnar: CastMember = {
  subject: "gulnar-erkin",
  name: { "zh-CN": "古丽娜尔·艾尔肯", en: "Gulnar Erkin" },
  role: "resident",
  counties: [],
  idNumber: madeUpIdNumber(sampleDistrict, "1999-09-03", 904),
};

export const clerk: CastMember = {
  subject: "lin-siqi",
  name: { "zh-CN": "林思齐", en: "Lin Siqi" },
  role: "window-clerk",
  counties: [sampleDistrict],
  department: police,
};

export const neighbourClerk: CastMember = {
  subject: "he-zhiyuan",
  name: { "zh-CN": "何致远", en: "He Zhiyuan" },
  role: "window-clerk",
  counties: [neighbourCounty],
  department: police,
};

export const approver: CastMember = {
  subject: "han-sumei",
  name: { "zh-CN": "韩素梅", en: "Han Sumei" },
  role: "approver",
  counties: [sampleDistrict],
  department: police,
};

export const departmentOfficer: CastMember = {
  subject: "nur-baisan",
  name: { "zh-CN": "努尔·白山", en: "Nur Baisan" },
  role: "department-officer",
  counties: [sampleDistrict],
  department: "human-resources",
};

export const lawmaker: CastMember = {
  subject: "zheng-weimin",
  name: { "zh-CN": "郑惟民", en: "Zheng Weimin" },
  role: "lawmaker",
  counties: [],
};

export const auditor: CastMember = {
  subject: "sun-liqun",
  name: { "zh-CN": "孙立群", en: "Sun Liqun" },
  role: "auditor",
  counties: [sampleDistrict, neighbourCounty],
};

export const dataProtectionOfficer: CastMember = {
  subject: "wu-jingyi",
  name: { "zh-CN": "吴静宜", en: "Wu Jingyi" },
  role: "data-protection-officer",
  counties: [sampleDistrict, neighbourCounty],
};

/** Everyone who can sign in to the demo, in the order in which the page offers them. */
export const cast: readonly CastMember[] = [
  yuqing,
  gulnar,
  clerk,
  neighbourClerk,
  approver,
  departmentOfficer,
  auditor,
  dataProtectionOfficer,
  lawmaker,
];
