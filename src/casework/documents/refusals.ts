// Why a paper is not kept.
import type { Ground } from "../save-steps.ts";
import type { Kept } from "./keep-document.ts";

type Code = Extract<Kept, { kind: "refused" }>["code"];

const said = (zhCN: string, en: string): Ground["text"] => ({ "zh-CN": zhCN, en });

const texts: Readonly<Record<Code, Ground["text"]>> = {
  "not-a-paper": said(
    "只收 PDF、JPEG、PNG 文件，以文件内容为准。",
    "Only PDF, JPEG and PNG files are taken, by what is in them.",
  ),
  "unknown-paper": said("规定里没有这种材料。", "The rules name no such paper."),
  "too-many": said("一件申请最多交二十份材料。", "An application takes twenty papers at most."),
  "not-now": said("这件申请现在不收材料。", "The case takes no papers now."),
};

export const whyNotKept = (code: Code): Ground => ({ code, clause: null, text: texts[code] });
