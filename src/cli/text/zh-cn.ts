/** Every sentence of the command line in Chinese; `{holes}` are filled in. */
export const zhCn = {
  help: `落户（luohu）：材料进，有据可查的答复出。

用法：luohu <命令> [选项]

命令：
  decide <材料|->    能不能办：结论、依据、随迁家人、要带的材料
  explain <材料|->   为什么：逐条列出理由、事实与来源
  check [目录]       检查一套规则，每个问题一行
  cases [目录]       运行规则旁的用例，每个失败一行，最后是总数
  coverage [目录]    文件的每一句落到了哪里
  schema             材料的 JSON Schema
  serve              启动网页与接口，只在本机可访问

通用选项：
  --lang zh-CN|en    语言（默认依 LUOHU_LANG、LC_ALL、LC_MESSAGES、LANG）
  -h, --help         帮助；luohu <命令> --help 看某个命令
  -v, --version      版本

退出码：0 正常；1 检查或用例未通过；2 输入有误。
`,
  helpDecide: `用法：luohu decide <材料.yaml|材料.json|-> [选项]

按材料答复：可以、不可以、还不知道，或者由谁决定。- 表示从标准输入读取。

选项：
  --service <服务>     所问的服务，例如 settlement；材料里写了 service 的可省略
  --law <文本|all>     只按一份文本判断，例如 R；默认 all
  --known-at <日期>    按当日已知的规则判断（重现过去的答复）
  --json               只输出一个 JSON 对象
  --pack <目录>        使用另一套规则
  --lang zh-CN|en      语言
`,
  helpExplain: `用法：luohu explain <材料.yaml|材料.json|-> [选项]

列出每条依据的理由：✓ 成立，✗ 不成立，? 还不知道；各附条款、事实、取值和来源。- 表示从标准输入读取。

选项：
  --service <服务>     所问的服务；材料里写了 service 的可省略
  --law <文本|all>     只按一份文本判断，例如 R；默认 all
  --known-at <日期>    按当日已知的规则判断
  --json               只输出一个 JSON 对象
  --pack <目录>        使用另一套规则
  --lang zh-CN|en      语言
`,
  helpCheck: `用法：luohu check [目录]

检查一套规则（默认为随软件提供的规则），每个问题一行：文件:行:列 代码 说明。有问题时退出码为 1。

选项：
  --lang zh-CN|en      语言
`,
  helpCases: `用法：luohu cases [目录]

运行规则旁 cases/ 里的用例（默认为随软件提供的规则）。每个失败一行，最后一行是总数。有失败时退出码为 1。

选项：
  --lang zh-CN|en      语言
`,
  helpCoverage: `用法：luohu coverage [目录]

用自己的话逐条逐句列出文件说了什么、落到了哪里：规则库里的规则、事实、禁止规则，待建的项目，或者只供了解。
没有交代的随后每个一行，最后一行是总数。有没交代的，退出码为 1。

选项：
  --json               只输出一个 JSON 对象
  --lang zh-CN|en      语言
`,
  helpSchema: `用法：luohu schema [--pack <目录>]

输出材料的 JSON Schema（2020-12），逐个字段有中英文说明。

选项：
  --pack <目录>        使用另一套规则
  --lang zh-CN|en      语言
`,
  helpServe: `用法：luohu serve [选项]

启动网页和接口，输出一行地址。Ctrl-C 停止。接口说明在 /api/docs。

选项：
  --port <端口>        端口，默认取环境变量 PORT，再默认 {port}；0 表示任选
  --host <地址>        监听地址，默认 127.0.0.1（只在本机可访问）
  --pack <目录>        使用另一套规则
  --lang zh-CN|en      语言
`,
  unknownCommand: "没有命令 {command}{meant}。运行 luohu --help 查看全部命令",
  unknownOption: "没有选项 {option}{meant}。运行 luohu {command} --help 查看选项",
  optionNeedsValue: "选项 {option} 后面要写一个值",
  optionTakesNoValue: "选项 {option} 后面不写值",
  tooManyOperands: "多了 {operand}。运行 luohu {command} --help 查看用法",
  noDossier: "请给出材料文件，或写 - 从标准输入读取",
  unknownLanguage: "没有语言 {language}。可用：zh-CN、en",
  badKnownAt: "--known-at 的 {value} 不是一个存在的日期。请写成 年-月-日，例如 2026-05-01",
  meant: "（是不是 {word}？）",
  fileMissing: "没有文件 {file}",
  fileIsFolder: "{file} 是目录，请给出材料文件",
  fileUnreadable: "读不了 {file}（{reason}）",
  fileTooLarge: "{file} 超过 {limit} 字节，不像一份材料",
  packMissing: "没有目录 {folder}",
  packNotFolder: "{folder} 不是目录",
  packUnreadable: "读不了目录 {folder}",
  packEmpty: "目录 {folder} 里没有 YAML 文件",
  packTooLarge: "目录 {folder} 里的文件太多，不像一套规则",
  checked: "没有问题：{rules} 条规则，{facts} 项事实，{files} 个文件",
  casesCount: "{count} 个用例，{failed} 个失败",
  becameRules: "规则：{names}",
  becameFacts: "事实：{names}",
  becameProhibitions: "禁止规则：{names}",
  becameRows: "待建：{names}",
  becameInformation: "只供了解",
  departure: "改以安全的方式实现，见 {page}",
  coverageTotals:
    "共 {sentences} 句：有规则 {rules}，有事实 {facts}，有禁止规则 {prohibitions}，有待建项目 {rows}，只供了解 {information}；改以安全方式 {departures}；没有交代 {open}；问题 {problems} 个",
  bug: "软件内部出错：{message}。请报告此问题",
  portInvalid: "PORT 应为 0 到 65535 的整数，现在是 {value}",
  portTaken: "端口 {port} 已被占用。请停止占用它的程序，或用 PORT 另选一个端口，例如 PORT={other}",
  cannotListen: "无法在 {host} 的端口 {port} 上启动（{reason}）。请改 --host 或 PORT",
  outcomeGranted: "可以：条件已经具备",
  outcomeRefused: "不可以：就已知情况，条件不具备",
  outcomeUnknown: "还不知道：有些情况还没有说明",
  outcomeRefer: "要由人决定：规则本身不能下结论",
  asked: "{service} · {place} · {on}",
  because: "起决定作用的情况",
  grounds: "依据",
  noGrounds: "这里没有适用的依据",
  otherGrounds: "另有 {count} 项依据，不需要再看（luohu explain 可查）",
  anyOf: "任选其一：{papers}",
  stateGranted: "成立",
  stateRefused: "不成立",
  stateUnknown: "还不知道",
  stateRefer: "由人决定",
  from: "自 {day} 起",
  until: "至 {day} 前",
  missingHere: "差：{facts}",
  covers: "谁可以一起办",
  coveredYes: "可以",
  coveredNo: "不可以",
  coveredUnknown: "还不知道",
  by: "依据 {rules}",
  missing: "还差什么",
  missingUnknown: "没有说明",
  missingUnsure: "本人不清楚",
  missingUnmet: "不满足",
  provedBy: "可用的证明：{papers}",
  next: "下一步先弄清：{fact}",
  papers: "要带的材料",
  paperFrom: "{paper}（{from}）",
  authority: "由谁决定：{authority}",
  texts: "所依据的文本（{on} 有效，按 {knownAt} 已知）",
  textSince: "{from} 起施行",
  textNotHeld: "此文本未收录",
  advice: "这是参考答复，不是决定。决定由具名的工作人员作出，并附理由和救济途径。",
  treeAll: "以下全部成立",
  treeAny: "以下任一成立",
  treeNot: "以下不成立",
  truthTrue: "是",
  truthFalse: "否",
  truthUnknown: "未知",
  valueUnknown: "未知",
  valueUnsure: "不清楚",
  source: "来源：{by}",
  sourceStated: "来源：{by}，{stated}",
  listGap: "；",
};
