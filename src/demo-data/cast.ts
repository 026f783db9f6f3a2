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
  /** What can be tried as them, where the role alone does not say it. */
  readonly story?: Text;
};

const police = "public-security";

/** Heads her household: husband, daughter, son and mother-in-law live with her. */
export const yuqing: CastMember = {
  subject: "chen-yuqing",
  name: { "zh-CN": "陈雨晴", en: "Chen Yuqing" },
  role: "resident",
  counties: [],
  idNumber: madeUpIdNumber(sampleDistrict, "1988-04-12", 902),
  story: {
    "zh-CN": "五口之家的户主：看登记信息、家人、谁查过自己。",
    en: "Heads a household of five: her record, her family, and who looked.",
  },
};

/** Grown up, lives in the household that her father heads. */
export const gulnar: CastMember = {
  subject: "gulnar-erkin",
  name: { "zh-CN": "古丽娜尔·艾尔肯", en: "Gulnar Erkin" },
  role: "resident",
  counties: [],
  idNumber: madeUpIdNumber(sampleDistrict, "1999-09-03", 904),
  story: {
    "zh-CN": "在邻县工作、租房，住在父亲的户里；名字有两种文字。",
    en: "Works and rents in the neighbouring county, belongs to her father’s household; her name in two scripts.",
  },
};

/** Bought a home in the sample district together with his wife. */
export const jianye: CastMember = {
  subject: "ma-jianye",
  name: { "zh-CN": "马建业", en: "Ma Jianye" },
  role: "resident",
  counties: [],
  idNumber: madeUpIdNumber(neighbourCounty, "1991-11-11", 901),
  story: {
    "zh-CN": "邻县人，与妻子丁雪在示例区买了房：可以带妻子和七岁的儿子落户。",
    en: "From the neighbouring county; bought a home in the Sample District with his wife Ding Xue. Can settle there with her and their son of seven.",
  },
};

/** Consents, or does not, alone. */
export const dingXue: CastMember = {
  subject: "ding-xue",
  name: { "zh-CN": "丁雪", en: "Ding Xue" },
  role: "resident",
  counties: [],
  idNumber: madeUpIdNumber(neighbourCounty, "1993-03-03", 902),
  story: {
    "zh-CN": "马建业的妻子：丈夫申请后，由她自己决定同意不同意，不让别人看到。",
    en: "Ma Jianye’s wife: once he applies she says yes or no herself, unseen by him.",
  },
};

/** No department holds anything by which he could settle. */
export const xiaodong: CastMember = {
  subject: "luo-xiaodong",
  name: { "zh-CN": "罗晓东", en: "Luo Xiaodong" },
  role: "resident",
  counties: [],
  idNumber: madeUpIdNumber(neighbourCounty, "1989-10-30", 903),
  story: {
    "zh-CN":
      "邻县村民，各部门都查不到他在示例区有住房、工作：申请会转由人判断，可以被拒绝，也可以请求复议。",
    en: "From a village of the neighbouring county. No department finds a home or a job of his in the Sample District: a person decides, may refuse, and he can ask for review.",
  },
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

/** Reviews what Han Sumei had a hand in. */
export const secondApprover: CastMember = {
  subject: "zhao-lixin",
  name: { "zh-CN": "赵立新", en: "Zhao Lixin" },
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
  jianye,
  dingXue,
  xiaodong,
  clerk,
  neighbourClerk,
  approver,
  secondApprover,
  departmentOfficer,
  auditor,
  dataProtectionOfficer,
  lawmaker,
];
