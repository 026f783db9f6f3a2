// Roles and purposes, shared with the pages.
import { z } from "zod";
import type { Text } from "../../policy/index.ts";

/** What someone signed in acts as. Everybody may act as a resident; the others are appointed. */
export const roles = [
  "resident",
  "window-clerk",
  "approver",
  "department-officer",
  "lawmaker",
  "auditor",
  "data-protection-officer",
] as const;

export const role = z.enum(roles);
export type Role = z.output<typeof role>;

export const roleLabels: Readonly<Record<Role, Text>> = {
  resident: { "zh-CN": "居民", en: "Resident" },
  "window-clerk": { "zh-CN": "窗口民警", en: "Window clerk" },
  approver: { "zh-CN": "审批人", en: "Approver" },
  "department-officer": { "zh-CN": "部门经办人", en: "Department officer" },
  lawmaker: { "zh-CN": "政策制定人员", en: "Lawmaker" },
  auditor: { "zh-CN": "审计人员", en: "Auditor" },
  "data-protection-officer": { "zh-CN": "个人信息保护负责人", en: "Data protection officer" },
};

export const purposeCodes = [
  "application",
  "family-application",
  "correction",
  "registry-check",
  "certificate-request",
  "booklet-request",
  "court-order",
  "emergency-aid",
  "review",
  "audit",
  "data-protection",
] as const;

/** Why someone's data are looked at: a closed list. The person reads the label. */
export const purposeCode = z.enum(purposeCodes);
export type PurposeCode = z.output<typeof purposeCode>;

export const purposeLabels: Readonly<Record<PurposeCode, Text>> = {
  application: { "zh-CN": "办理本人的申请", en: "the person’s own application" },
  "family-application": { "zh-CN": "办理家庭成员的申请", en: "a family member’s application" },
  correction: { "zh-CN": "核对和更正登记", en: "checking and correcting an entry" },
  "registry-check": { "zh-CN": "核对登记内容", en: "checking the register" },
  "certificate-request": {
    "zh-CN": "本人要求出具证明",
    en: "a certificate the person asked for",
  },
  "booklet-request": { "zh-CN": "本人要求换发户口簿", en: "a booklet the person asked for" },
  "court-order": { "zh-CN": "执行法院裁判", en: "carrying out a court’s ruling" },
  "emergency-aid": { "zh-CN": "紧急救助", en: "help in an emergency" },
  review: { "zh-CN": "审批复核", en: "review before approval" },
  audit: { "zh-CN": "审计监督", en: "audit" },
  "data-protection": { "zh-CN": "个人信息保护检查", en: "a check of data protection" },
};
