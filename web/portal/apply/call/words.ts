import type { Locale, Outcome } from "../../../../src/policy/browser.ts";

type CallWords = {
  readonly title: Readonly<Record<Outcome, string>>;
  readonly text: Readonly<Record<Outcome, string>>;
  readonly button: string;
  readonly note: string;
};

/** Few words, which come once the page stands. */
export const callWords: Readonly<Record<Locale, CallWords>> = {
  "zh-CN": {
    title: {
      granted: "可以申请了",
      refer: "可以申请，由人来审查",
      unknown: "没答完也可以申请",
      refused: "仍然可以申请",
    },
    text: {
      granted: "您答过的会直接带到申请里。部门已经掌握的，由办理机关去查，不向您要。",
      refer: "规定没有写到您的情况，由办理的人来判断，作出书面决定。您答过的会直接带到申请里。",
      unknown: "不清楚的，能查的由办理机关去查，只有您知道的，申请时再问您。",
      refused:
        "按您的回答，现在还不符合条件，很可能不予批准。您仍然可以申请：由人来审查，作出书面决定并说明理由；不服可以申请复议或者起诉。",
    },
    button: "申请落户",
    note: "要登录。提交之前，随时可以停下来。",
  },
  en: {
    title: {
      granted: "You can apply now",
      refer: "You can apply; a person decides",
      unknown: "You can apply with open answers",
      refused: "You may apply all the same",
    },
    text: {
      granted:
        "Your answers go into the application. What public offices hold, the office fetches itself.",
      refer:
        "The rules do not speak of your situation, so a person judges it and decides in writing. Your answers go into the application.",
      unknown:
        "What you do not know the office looks up where it can; what only you know is asked in the application.",
      refused:
        "By your answers you do not meet the conditions now, and will probably be refused. You may apply all the same: a person examines it and decides in writing, with reasons; against that you can ask for review or go to court.",
    },
    button: "Apply to register",
    note: "You sign in for it. Until you hand it in you can stop at any time.",
  },
};
