import type { CaseTexts } from "./texts.ts";

export const casesZhCN: CaseTexts = {
  title: "办理情况",
  lead: "规则只提建议，决定由具名的人作出。这里看：决定与建议不同的理由、复议改变的决定、办了多久、什么超期。不显示申请人，也没有任何一名经办人的数字。",
  figures: {
    decided: "作出决定",
    median: "办理时间中位数",
    slowest: "最长",
    against: "与建议不同",
    reversed: "复议改变",
    overdue: "今天超期",
  },
  cases: (n) => `${n}件`,
  days: (n) => `${n}个工作日`,
  tooFew: "不足5件，不显示",
  months: {
    title: "各月办理时间",
    columns: { month: "月份", decided: "作出决定", median: "中位数", slowest: "最长" },
    month: (month) => {
      const [year, number] = month.split("-").map(Number);
      return `${year}年${number}月`;
    },
  },
  overdue: {
    title: "今天超期的申请",
    columns: { case: "申请", stage: "进度", due: "应在哪天前", late: "超期" },
    shown: (shown, all) => `列出超期最久的${shown}件，共${all}件。`,
    empty: "没有超期的申请。",
  },
  overrides: {
    title: "与建议不同的决定",
    lead: "理由是决定人自己写的；写的时候要求不出现姓名，长串数字在这里已略去。",
    columns: { case: "申请", decision: "建议与决定", clause: "依据", reason: "理由" },
    from: { first: "首次决定", review: "复议决定" },
    advised: {
      granted: "建议同意",
      refused: "建议不同意",
      unknown: "材料不足，没有建议",
      refer: "规则没有定，由人判断",
    },
    noAdvice: "没有建议",
    granted: (granted, people) =>
      granted === 0
        ? "决定不同意"
        : granted === people
          ? `决定同意，${people}人`
          : `决定同意${people}人中的${granted}人`,
    empty: "没有与建议不同的决定。",
  },
  reversals: {
    title: "复议改变的决定",
    columns: { case: "申请", clause: "依据", reason: "理由" },
    empty: "没有复议改变的决定。",
  },
  ratings: {
    title: "好差评",
    grades: { 5: "非常满意", 4: "满意", 3: "基本满意", 2: "不满意", 1: "非常不满意" },
    times: (n) => `${n}次`,
    empty: "不足5次评价，不显示。",
  },
  stages: {
    submitted: "已提交",
    returned: "待补正",
    accepted: "已受理",
    checked: "已核验",
    proposed: "待审批",
    granted: "已同意，待登记",
    refused: "不同意",
    effected: "已登记，待送达",
  },
  services: { settlement: "落户" },
  print: "打印",
  export: "导出表格",
  fetching: "正在读取全部决定…",
  exported: (n) => `已导出${n}条决定。`,
  fileName: "与建议不同的决定",
  file: {
    case: "申请编号",
    county: "县市",
    service: "事项",
    on: "决定日期",
    from: "首次或复议",
    advised: "建议",
    granted: "同意人数",
    people: "申请人数",
    clause: "依据",
    reason: "理由",
  },
};
