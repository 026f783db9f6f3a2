import type { Messages } from "../problem/problem.ts";

/** What is wrong with a dossier, by problem code; the place stands before it, the spelling that was meant after it. */
export const dossierMessages: Messages = {
  "alias-not-allowed": {
    "zh-CN": "{alias} 引用了别处的内容。材料里不能用 YAML 别名，请把内容直接写出来",
    en: "{alias} refers to something written elsewhere. A dossier takes no YAML aliases: write the value out",
  },
  "bad-code": {
    "zh-CN": '{found} 不是行政区划代码。请写 {digits} 位数字，例如 "{example}"',
    en: '{found} is not a division code. Write {digits} digits, for example "{example}"',
  },
  "bad-date": {
    "zh-CN": "{found} 不是一个存在的日期。请写成 年-月-日，例如 2026-05-01",
    en: "{found} is not a day that exists. Write year-month-day, for example 2026-05-01",
  },
  "bad-enum": {
    "zh-CN": "{found} 不在可选的值里。请从中选一个：{values}",
    en: "{found} is not one of the values. Choose one of: {values}",
  },
  "bad-id-number": {
    "zh-CN":
      "公民身份号码应为 18 位（17 位数字加 1 位数字或 X），这里不是（长度 {length}）。请对照身份证重写",
    en: "A citizen ID number has 18 characters (17 digits, then a digit or X); this one has not (length {length}). Copy it again from the card",
  },
  "bad-id-number-born": {
    "zh-CN":
      "公民身份号码里的出生日期是 {inNumber}，与 person.born 的 {born} 不一致。请改正其中一个",
    en: "The ID number says born {inNumber}, but person.born says {born}. Correct one of them",
  },
  "bad-id-number-check": {
    "zh-CN": "公民身份号码的最后一位与前 17 位对不上，可能有一位写错。请对照身份证重写",
    en: "The last character of the ID number does not fit the other 17, so one of them is mistyped. Copy it again from the card",
  },
  "bad-id-number-day": {
    "zh-CN": "公民身份号码第 7 至 14 位是出生日期，而 {day} 这一天不存在。请对照身份证重写",
    en: "Characters 7 to 14 of an ID number are the day of birth, and the day {day} does not exist. Copy it again from the card",
  },
  "bad-month": {
    "zh-CN": "{found} 不是一个月份。请写成 年-月，例如 2025-05",
    en: "{found} is not a month. Write year-month, for example 2025-05",
  },
  "bad-yaml": {
    "zh-CN": "从这里起不是正确的 YAML 或 JSON。请检查缩进、引号和括号（解析器说：{detail}）",
    en: "From here on this is neither YAML nor JSON. Check indentation, quotes and brackets (the parser says: {detail})",
  },
  "belongs-in-place": {
    "zh-CN": "{fact} 由 place 给出。请写在 place.{field}，不要写在这里",
    en: "{fact} comes from the place. Write it as place.{field}, not here",
  },
  "born-later": {
    "zh-CN": "出生日期 {born} 晚于所问的日期 {on}。请改正其中一个",
    en: "Born {born} is after {on}, the day asked about. Correct one of them",
  },
  "control-characters": {
    "zh-CN": "文字里有换行或不可见的控制字符。请只写一行普通文字",
    en: "The text holds line breaks or invisible control characters. Write one line of plain text",
  },
  "dossier-too-large": {
    "zh-CN": "材料超过 {limit} 字节。请确认给的是材料文件，或删去无关内容",
    en: "The dossier has more than {limit} bytes. Check that this is the right file, or leave out what does not belong",
  },
  "duplicate-key": {
    "zh-CN": "{key} 在同一处写了两次。请只留一个",
    en: "{key} stands here twice. Keep one of them",
  },
  "empty-dossier": {
    "zh-CN": "材料是空的。至少要写 on（所问的日期）和 place.county（县级代码）",
    en: "The dossier is empty. It needs at least on (the day asked about) and place.county (the county code)",
  },
  "kind-does-not-fit-place": {
    "zh-CN":
      "{county} 的类型是 {type}，那里没有 {kind} 这类地方。请改正 place.kind 或 place.county",
    en: "{county} is of type {type}, which has no {kind}. Correct place.kind or place.county",
  },
  "missing-field": {
    "zh-CN": "缺少必填的 {field}。请补上",
    en: "{field} is required and missing. Add it",
  },
  "more-problems": {
    "zh-CN": "另有 {count} 处问题未列出。请先改正以上各处",
    en: "There are {count} more problems. Correct the ones above first",
  },
  "not-a-county": {
    "zh-CN": "{found} 是地区或地级市，不是县级。请写其中的县、市或区，例如：{some}",
    en: "{found} is a prefecture, not a county. Name the county, city or district in it, for example: {some}",
  },
  "not-askable": {
    "zh-CN": "{fact} 由其他事实算出，不能直接填写。请填写它所依据的事实",
    en: "{fact} is worked out from other facts and cannot be stated. State the facts it rests on",
  },
  "not-text": {
    "zh-CN": "这不是文本文件（UTF-8）。请给 YAML 或 JSON 文件",
    en: "This is not a text file (UTF-8). Give a YAML or JSON file",
  },
  "number-out-of-range": {
    "zh-CN": "{found} 超出范围。请写 {min} 到 {max} 之间的数",
    en: "{found} is out of range. Write a number from {min} to {max}",
  },
  "overlapping-spells": {
    "zh-CN": "这一段与 {other} 时间重叠（{field} 都是 {value}）。请改正起止日期，或合并为一段",
    en: "This spell overlaps with {other} (both have {field} {value}). Correct the dates, or make them one spell",
  },
  "several-documents": {
    "zh-CN": "文件里有多份材料（以 --- 分隔）。请每个文件只放一份",
    en: "The file holds more than one document (divided by ---). Put one dossier in each file",
  },
  "spell-ends-before-it-starts": {
    "zh-CN": "结束日期 {to} 早于开始日期 {from}。请改正其中一个",
    en: "It ends on {to}, before it starts on {from}. Correct one of them",
  },
  "text-too-long": {
    "zh-CN": "文字有 {length} 个字符，最多 {limit} 个。请缩短",
    en: "The text has {length} characters; at most {limit} fit. Shorten it",
  },
  "too-many-records": {
    "zh-CN": "共有 {count} 条记录，最多 {limit} 条。请只留与所问之事有关的记录",
    en: "There are {count} records; at most {limit} fit. Keep those that bear on the question",
  },
  "unknown-fact": {
    "zh-CN": "没有名为 {fact} 的事实。可用的名称见 luohu schema",
    en: "There is no fact {fact}. For the names there are, see luohu schema",
  },
  "unknown-field": {
    "zh-CN": "这里没有名为 {field} 的字段。可用的字段：{known}",
    en: "There is no field {field} here. The fields are: {known}",
  },
  "unknown-place": {
    "zh-CN": '{found} 不是已知的县级行政区划代码。请写 6 位数字（GB/T 2260），例如 "650202"',
    en: '{found} is not a county code we know. Write its 6 digits (GB/T 2260), for example "650202"',
  },
  "unknown-record-kind": {
    "zh-CN": "没有名为 {kind} 的记录种类。可用的种类：{known}",
    en: "There is no record kind {kind}. The kinds are: {known}",
  },
  "unknown-service": {
    "zh-CN": "没有名为 {service} 的服务。可用的服务：{known}",
    en: "There is no service {service}. The services are: {known}",
  },
  "unknown-source": {
    "zh-CN": "{found} 不是已知的来源。请写部门代号，本人陈述写 self。可用的来源：{known}",
    en: "{found} is not a source we know. Write a department, or self for the person’s own word. The sources are: {known}",
  },
  "unsure-but-stated": {
    "zh-CN": "{fact} 同时写在 unsure（不清楚）和 facts（已说明）里。请只留一处",
    en: "{fact} stands under unsure (not known) and under facts (stated). Keep one of them",
  },
  "wrong-type": {
    "zh-CN": "{found} 的类型不对，应写成：{expected}",
    en: "{found} is of the wrong type. Write it as: {expected}",
  },
};
