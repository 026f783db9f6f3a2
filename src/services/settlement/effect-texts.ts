// Why a grant cannot be carried out yet, for whoever has to arrange it.
import type { Text } from "../../policy/index.ts";

const said = (zhCN: string, en: string): Text => ({ "zh-CN": zhCN, en });

export const effectTexts: ReadonlyMap<string, Text> = new Map([
  ["form", said("表格还没有填好。", "The form is not filled in.")],
  [
    "address-order",
    said(
      "按这一条，落户地址有先后次序，请选在前的地址。",
      "This ground names an order of addresses; choose the one that comes first.",
    ),
  ],
  [
    "landlord-consent",
    said("还没有房东的书面同意。", "The landlord's written consent is missing."),
  ],
  [
    "host-consent",
    said(
      "还没有接收家庭户主的书面同意。",
      "The written consent of the household's head is missing.",
    ),
  ],
  ["household-unknown", said("请指明迁入的户。", "Say which household of the register they join.")],
  [
    "relation-unstated",
    said("请填写每个人与户主的关系。", "State each one's relation to the head."),
  ],
  [
    "several-origins",
    said(
      "同行的人不在同一户，请分别办理。",
      "They come from several households; let them apply one by one.",
    ),
  ],
  [
    "particulars-missing",
    said(
      "登记系统里没有这个人，请在表格中填写登记项目。",
      "The register does not know this person: the form has to state their particulars.",
    ),
  ],
  [
    "no-way-back",
    said(
      "原来的户已不存在或不在本系统内，请由原登记地窗口另行办理。",
      "Their former household is gone or kept elsewhere; a window there has to do it.",
    ),
  ],
]);
