import type { Messages } from "../problem/problem.ts";

/** What is wrong with a pack or a question, by problem code. */
export const packMessages: Messages = {
  "ambiguous-exception": {
    "zh-CN":
      "规则 {rule} 与 {other} 都是 {base} 的例外，可能同时成立而结果不同。请写明其中一条是另一条的例外（exception-to）",
    en: "rules {rule} and {other} are both exceptions to {base}, can hold at once and differ: make one an exception to the other (exception-to)",
  },
  "bad-arithmetic": {
    "zh-CN": "{left} 与 {right} 之间不能用 {operator}",
    en: "{operator} does not work between {left} and {right}",
  },
  "bad-code": {
    "zh-CN": "“{value}”不是 {digits} 位代码，请写成带引号的数字",
    en: '"{value}" is not a {digits}-digit code in quotes',
  },
  "bad-date": {
    "zh-CN": "{path} 不是存在的日期，请写成 年-月-日",
    en: "{path} is not a day that exists: write year-month-day",
  },
  "bad-date-literal": { "zh-CN": "没有 {found} 这一天", en: "there is no day {found}" },
  "bad-parameter": {
    "zh-CN": "参数 {name} 的值不是 {type}",
    en: "the value of parameter {name} is not a {type}",
  },
  "bad-spell": {
    "zh-CN":
      "{record} 写了 spell: true，就要有必填的 from 和可不填的 to，两者同为 date 或同为 month",
    en: "{record} are spells, so they need a required from and an optional to, both date or both month",
  },
  "bad-yaml": { "zh-CN": "不是正确的 YAML：{detail}", en: "not valid YAML: {detail}" },
  "became-nothing-or-both": {
    "zh-CN":
      "{path} 要写明去处：rules、facts、prohibitions、rows 至少一项，或者只写 information: true",
    en: "{path} must say what became of the sentence: rules, facts, prohibitions or rows, or else only information: true",
  },
  "changing-parameter-in-derive": {
    "zh-CN": "事实 {fact} 从记录推出，不能用有多个版本的参数 {name}；请让规则去比较",
    en: "fact {fact} is derived from records and cannot read {name}, which has several versions: let the rule compare",
  },
  "circular-exception": {
    "zh-CN": "规则 {rule} 绕了一圈成了自己的例外",
    en: "rule {rule} is an exception to itself",
  },
  "circular-formula": {
    "zh-CN": "事实 {fact} 的公式绕了一圈用到了自己",
    en: "the formula of fact {fact} depends on itself",
  },
  "compares-list": {
    "zh-CN": "列表不能直接比较，请用 in、some 或 every",
    en: "a list cannot be compared: use in, some or every",
  },
  contradiction: {
    "zh-CN": "所填的 {value} 与所附的记录不一致。请核对哪一个是对的，改掉另一个",
    en: "the value {value} disagrees with the records given: check which is right and correct the other",
  },
  "covered-twice": {
    "zh-CN": "{name} 第 {sentence} 句写了两次",
    en: "sentence {sentence} of {name} stands here twice",
  },
  "days-not-whole": {
    "zh-CN": "日期只能加减整天，{found} 天不行",
    en: "a date moves by whole days, not {found}",
  },
  "declared-twice": { "zh-CN": "{name} 声明了两次", en: "{name} is declared twice" },
  "division-by-zero": { "zh-CN": "除数为零", en: "division by zero" },
  "empty-period": {
    "zh-CN": "{name} 的施行期里没有一天：until 不晚于 from",
    en: "{name} is never in force: until does not lie after from",
  },
  "exception-without-clause": {
    "zh-CN": "规则 {rule} 是例外，却没有写条款",
    en: "rule {rule} is an exception without a clause",
  },
  "file-too-large": {
    "zh-CN": "文件超过 {limit} 个字符",
    en: "the file is longer than {limit} characters",
  },
  "forbidden-fact": {
    "zh-CN": "规则 {rule} 用到了禁止使用的 {fact}（{clause}）：{path}",
    en: "rule {rule} reads {fact}, which {clause} forbids: {path}",
  },
  "formula-too-deep": {
    "zh-CN": "公式嵌套超过 {found} 层",
    en: "the formula is nested more than {found} deep",
  },
  "formula-too-large": {
    "zh-CN": "公式展开后太大（超过 {limit}）",
    en: "the formula is too large once it is written out (more than {limit})",
  },
  "formula-too-long": {
    "zh-CN": "公式太长（{found} 个字符）",
    en: "the formula is too long ({found} characters)",
  },
  "law-not-for-place": {
    "zh-CN": "{law} 不管这个地方；可选：{known}",
    en: "{law} does not govern this place; choose one of: {known}",
  },
  "months-not-constant": {
    "zh-CN": "日期只能加减固定的月数或年数",
    en: "a date moves by a fixed number of months or years only",
  },
  "name-taken": {
    "zh-CN": "变量名 {name} 已经是一个事实或参数",
    en: "the variable {name} is already a fact or parameter",
  },
  "names-collide": {
    "zh-CN": "{name} 与 {other} 在引擎里是同一个名字，请改一个",
    en: "{name} and {other} become one name in the engine: rename one",
  },
  "never-declared": {
    "zh-CN": "词汇表不得声明 {name}（{subject}）",
    en: "the vocabulary must not declare {name} ({subject})",
  },
  "no-coverage": {
    "zh-CN": "文件 {name} 有规则，却没有逐句对照表",
    en: "there are rules of {name}, but no list of its sentences",
  },
  "no-rulebook-for-place": {
    "zh-CN": "没有收录适用于 {county} 的规则",
    en: "no rulebook here governs {county}",
  },
  "no-such-sentence": {
    "zh-CN": "{name} 只有 {count} 句，没有第 {sentence} 句",
    en: "{name} has no sentence {sentence}: the last is {count}",
  },
  "no-text-in-force": {
    "zh-CN": "{on} 那天，{texts} 还没有施行或已经失效，没有规则可用。请换一个日期",
    en: "on {on} none of {texts} was in force, so there is no rule to apply: ask about another day",
  },
  "not-constant": {
    "zh-CN": "{operator} 的一边必须是固定的数",
    en: "one side of {operator} must be a fixed number",
  },
  "not-ordered": {
    "zh-CN": "{type} 没有大小之分，只能用 = 和 !=",
    en: "{type} has no order: use = or !=",
  },
  "not-spells": {
    "zh-CN": "{record} 不是有起止时间的记录",
    en: "{record} are not spells with from and to",
  },
  "overlapping-periods": {
    "zh-CN": "{name} 的两个版本施行时间重叠",
    en: "two versions of {name} are in force at once",
  },
  "records-in-rule": {
    "zh-CN": "规则只能读事实；{name} 是记录，请在词汇表里用 derive 推出事实",
    en: "a rule reads facts; {name} is a kind of record: derive a fact from it in the vocabulary",
  },
  "parameter-not-in-force": {
    "zh-CN": "规则 {rule} 施行期间，有的日子没有施行中的参数 {name}",
    en: "rule {rule} is in force on days on which no version of parameter {name} is",
  },
  "reserved-name": {
    "zh-CN": "{name} 在公式里另有意思，不能作名字",
    en: "{name} has another meaning in formulas and cannot be a name",
  },
  "rule-of-other-clause": {
    "zh-CN": "规则 {name} 依据的是 {found}，不是 {clause}",
    en: "rule {name} rests on {found}, not on {clause}",
  },
  "table-has-gap": {
    "zh-CN": "事实 {fact} 的表有遗漏：有的情形没有一行适用",
    en: "the table of {fact} has a gap: some case meets no row",
  },
  "table-overlaps": {
    "zh-CN": "事实 {fact} 的表第 {row} 行与第 {other} 行重叠",
    en: "rows {row} and {other} of the table of {fact} overlap",
  },
  "text-in-rule": {
    "zh-CN": "{name} 是自由文字，规则不能读",
    en: "{name} is free text, which no rule can read",
  },
  "two-formulas": {
    "zh-CN": "事实 {fact} 只能有 derive、formula、table 之一",
    en: "fact {fact} has more than one of derive, formula and table",
  },
  "unaccounted-for": {
    "zh-CN": "{name} 共 {count} 句，第 {sentence} 句没有交代",
    en: "sentence {sentence} of {count} in {name} is unaccounted for",
  },
  "unclosed-string": { "zh-CN": "引号没有合上", en: "the quotation mark is not closed" },
  "unexpected-character": { "zh-CN": "这里不能有“{found}”", en: 'unexpected "{found}"' },
  "unexpected-token": { "zh-CN": "这里不能有“{found}”", en: 'unexpected "{found}"' },
  "unit-clash": { "zh-CN": "单位不合：{left} 与 {right}", en: "units clash: {left} and {right}" },
  "unknown-authority": { "zh-CN": "没有声明机关 {name}", en: "authority {name} is not declared" },
  "unknown-clause": {
    "zh-CN": "对照表的目录里没有条款 {name}",
    en: "the list has no article or item {name}",
  },
  "unknown-department": {
    "zh-CN": "没有声明部门 {name}",
    en: "department {name} is not declared",
  },
  "unknown-enum-value": {
    "zh-CN": "没有 {value} 这个值；可选：{values}",
    en: "there is no value {value}; choose one of: {values}",
  },
  "unknown-field": { "zh-CN": "{record} 没有字段 {field}", en: "{record} have no field {field}" },
  "unknown-function": { "zh-CN": "没有函数 {name}", en: "there is no function {name}" },
  "unknown-instrument": { "zh-CN": "没有声明文件 {name}", en: "instrument {name} is not declared" },
  "unknown-key": { "zh-CN": "这里不认识 {key}", en: "unknown key {key}" },
  "unknown-law": {
    "zh-CN": "没有收录文件 {law}；可选：{known}",
    en: "there is no text {law} here; choose one of: {known}",
  },
  "unknown-name": { "zh-CN": "没有声明 {name}", en: "{name} is not declared" },
  "unknown-paper": { "zh-CN": "没有声明材料 {name}", en: "paper {name} is not declared" },
  "unknown-prohibition": { "zh-CN": "没有禁止规则 {name}", en: "there is no prohibition {name}" },
  "unknown-row": {
    "zh-CN": "待建项目里没有 {name}",
    en: "there is no row {name} among those still to come",
  },
  "unknown-rule": { "zh-CN": "没有规则 {name}", en: "there is no rule {name}" },
  "unknown-service": {
    "zh-CN": "没有服务 {service}；可选：{known}",
    en: "there is no service {service}; choose one of: {known}",
  },
  "unknown-topic": { "zh-CN": "没有声明主题 {topic}", en: "topic {topic} is not declared" },
  "unknown-unit": { "zh-CN": "没有单位 {unit}", en: "there is no unit {unit}" },
  "unnamed-rule": {
    "zh-CN": "规则 {name}（{clause}）没有一句条文认领",
    en: "no sentence names rule {name} ({clause})",
  },
  "which-service": { "zh-CN": "请写明要问哪项服务：{known}", en: "say which service: {known}" },
  "wrong-arity": {
    "zh-CN": "{name} 要 {expected} 个参数，这里有 {found} 个",
    en: "{name} takes {expected} arguments, not {found}",
  },
  "wrong-shape": { "zh-CN": "{path} 的写法不对：{detail}", en: "{path}: {detail}" },
  "wrong-type": {
    "zh-CN": "这里要 {expected}，写的是 {found}",
    en: "expected {expected}, found {found}",
  },
};
