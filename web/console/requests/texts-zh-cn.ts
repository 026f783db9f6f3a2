import type { RequestTexts } from "./texts.ts";

export const requestsZhCN: RequestTexts = {
  title: "本部门收到的请求",
  lead: "办理申请时，只向您的部门要规则用得到的那几项。问过的每一次都在这里：为哪件申请、依据哪一条、要了什么、结果如何。被问的是谁，这里不显示；本人自己看得到每一次。",
  state: "结果",
  allStates: "所有结果",
  states: {
    waiting: "等待答复",
    answered: "已答复",
    refused: "拒绝提供",
    unreachable: "联系不上",
    "called-off": "已取消",
  },
  counts: "按结果统计",
  total: (n) => `共${n}次`,
  times: (n) => `${n}次`,
  empty: "没有符合条件的请求。",
  columns: { asked: "时间", why: "为什么、依据", what: "要了哪几项", outcome: "结果" },
  case: (reference) => `申请编号${reference}`,
  basis: (clauses) => `依据：${clauses}`,
  fields: (kind, fields) => `${kind}：${fields}`,
  length: (milliseconds) => {
    const seconds = Math.round(milliseconds / 1000);
    if (seconds < 1) return "不到1秒";
    if (seconds < 60) return `${seconds}秒`;
    if (seconds < 3600) return `${Math.round(seconds / 60)}分钟`;
    if (seconds < 86_400) return `${Math.round(seconds / 3600)}小时`;
    return `${Math.round(seconds / 86_400)}天`;
  },
  answered: (length) => `用时${length}`,
  refused: (why) => why,
  calledOff: "申请已撤回，不再接收答复",
  unreachable: (length) => `试了${length}后停止，改向本人了解`,
  waiting: "还在发送，会自动重试",
  refusals: {
    "asks-too-much": "要的项目超出了规则用得到的范围",
    "changed-question": "同一编号的请求内容变了",
    malformed: "请求的格式读不出来",
  },
  whyFields: "为什么要这几项",
  whyLead: (day) => `按${day}有效的规则重新推算：下面的规则要读这些记录，规则不读的一项也不要。`,
  readBy: (kind) => `读“${kind}”的规则`,
  noReader: "现在的规则库里，没有规则再读这类记录。",
  rule: (clause, title) => `${clause} ${title}`,
  log: "我方日志",
  kinds: {
    asked: "提出",
    answered: "收到答复",
    refused: "收到拒绝",
    unreachable: "停止联系",
    "called-off": "取消查询",
  },
  entry: (seq, kind, at) => `第${seq}号 ${kind}，${at}`,
  both: {
    title: "双方日志是否一致",
    same: (n) => `一致：${n}次请求，双方记的都一样`,
    sameNote: "核对的是请求和答复的摘要，不含任何人的信息。",
    none: "双方都还没有记录，没有可核对的。",
    differs: (n) => `不一致：${n}处`,
    differsNote: "请保留双方的日志，联系审计员。没有列出的请求双方一致。",
    unread: "现在读不到您部门的日志",
    unreadNote: "请确认部门的数据服务正在运行，然后再试。下面仍是我方的记录。",
    chain: (place, entries) => `${place}：我方日志链${entries}条，完整`,
    broken: (place, n) => `${place}：我方日志链有${n}处问题，请联系审计员`,
  },
};
