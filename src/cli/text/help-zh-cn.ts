/** What `luohu --help` and `luohu <command> --help` say in Chinese. */
export const helpZhCn = {
  help: `落户（luohu）：材料进，有据可查的答复出。

用法：luohu <命令> [选项]

命令：
  decide <材料|->    能不能办：结论、依据、随迁家人、要带的材料
  explain <材料|->   为什么：逐条列出理由、事实与来源
  ask [材料]         问答：只问还会影响结论的，最后作出答复
  when <材料|->      从哪天起、到哪天止：结论在哪些日子改变，为什么
  what-if <材料|->   怎样会不同：最少要改变什么，等待会带来什么
  check [目录]       检查一套规则，每个问题一行
  cases [目录]       运行规则旁的用例，每个失败一行，最后是总数
  coverage [目录]    文件的每一句落到了哪里
  lint [目录]        规则里立法者应再看一看的地方
  diff <甲> <乙>     两套规则：相同，或者能分辨它们的最小的人
  schema             材料的 JSON Schema
  init               建立登记的存放处：空的正式安装，或演示用的
  appoint <用户标识> 任命工作人员
  appointments       列出任命
  verify             核验登记：链条、签名、内容与现状
  rebuild            从事件重新建立现状各表
  checkpoint         为新事件签名；更换密钥
  backup <文件>      把登记备份成一个文件
  restore <文件>     把备份恢复到空的数据库
  departments        启动演示用的部门（虚构人物）
  serve              启动网页与接口，只在本机可访问

通用选项：
  --lang zh-CN|en    语言（默认依 LUOHU_LANG、LC_ALL、LC_MESSAGES、LANG）
  -h, --help         帮助；luohu <命令> --help 看某个命令
  -v, --version      版本

退出码：0 正常；1 检查或用例未通过，或两套规则不同；2 输入有误。
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
  helpAsk: `用法：luohu ask [材料.yaml|材料.json] [选项]

只问还会影响结论的问题，最能分辨的先问，最后作出答复。没有材料时，请给出地点和日期。回答也可以从管道读入，每行一个。

回答：y 或 n（是、否）；日期写成 年-月-日；数字；选项的编号。? 不清楚，b 上一题，w 为什么问，q 停止。

选项：
  --county <代码>      没有材料时：县（市、区）的代码，例如 652301
  --kind <类型>        没有材料时：那里是什么样的地方，例如 county-city；有影响时会问
  --on <日期>          没有材料时：所问的日期，例如 2026-05-01
  --save <文件>        把材料和回答写入一个新文件
  --service <服务>     所问的服务；材料里写了 service 的可省略
  --law <文本|all>     只按一份文本判断，例如 R；默认 all
  --known-at <日期>    按当日已知的规则判断
  --json               只输出下一个问题的 JSON 对象，不提问
  --pack <目录>        使用另一套规则
  --lang zh-CN|en      语言
`,
  helpWhen: `用法：luohu when <材料.yaml|材料.json|-> [选项]

列出所问那天的结论，以及此后三年里结论改变的日子：从什么变成什么，哪一条、哪些事实起了变化，以什么继续为前提。
- 表示从标准输入读取。

选项：
  --service <服务>     所问的服务；材料里写了 service 的可省略
  --law <文本|all>     只按一份文本判断，例如 R；默认 all
  --known-at <日期>    按当日已知的规则判断
  --json               只输出一个 JSON 对象
  --pack <目录>        使用另一套规则
  --lang zh-CN|en      语言
`,
  helpWhatIf: `用法：luohu what-if <材料.yaml|材料.json|-> [选项]

列出本人做得到、做到任何一组就可以办的最少的改变，附证明材料；以及只要等待就可以办的日子。- 表示从标准输入读取。

选项：
  --service <服务>     所问的服务；材料里写了 service 的可省略
  --law <文本|all>     只按一份文本判断，例如 R；默认 all
  --known-at <日期>    按当日已知的规则判断
  --json               只输出一个 JSON 对象
  --pack <目录>        使用另一套规则
  --lang zh-CN|en      语言
`,
  helpLint: `用法：luohu lint [目录] [选项]

列出规则（默认为随软件提供的规则）里立法者应再看一看的地方：无人能满足的规则、不起作用的条件、重叠、空白、
多一天反而失去权利的断崖、互相冲突的条款、比上位文本更严的规定。这些不是错误：有没有都是退出码 0。

选项：
  --independent-of 事实 只看这个事实在哪里影响结果、影响谁；没有就说明规则与它无关
  --json               只输出一个 JSON 列表
  --lang zh-CN|en      语言
`,
  helpDiff: `用法：luohu diff <甲> <乙> [选项]

比较两个规则目录，或者同一目录的两个日期（rulebooks@2014-10-27 rulebooks@2020-01-01）。对双方都有的每项服务、
每条文本链和每份文本：对所有人的答复都相同，或者给出答复不同的最小的人。然后列出增加、删去和修改的规则。
不写日期时，在任一方的文本或规则起止的每一天比较；两个日期不同时，以较晚的一天为所问之日，各按各的文本。
相同（至多写法不同）时退出码为 0，不同时为 1。

选项：
  --service <服务>     只比较这项服务
  --county <代码>      只比较这个县（市、区），例如 652301
  --on <日期>          所问的日期，用于没有写日期的一方
  --json               只输出一个 JSON 对象
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
  --boundaries          先把规则的边界案例写进目录
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
  helpInit: `用法：luohu init [选项]

建立登记的存放处，只做一次：数据库、签名密钥。默认放在 .luohu/；LUOHU_DATA 可另指目录，DATABASE_URL 可另指 PostgreSQL（15 以上）。

选项：
  --demo               放入虚构的县和居民，只能在本机使用
  --lang zh-CN|en      语言
`,
  helpAppoint: `用法：luohu appoint <用户标识> --role <岗位> [选项]

任命工作人员。用户标识是身份认证服务里的 sub；此人还没有登录过也可以任命。运行的程序自己不能任命任何人。

选项：
  --role <岗位>        window-clerk、approver、department-officer、lawmaker、auditor 或 data-protection-officer
  --county <代码>      所在的县（市、区），六位代码，几个用逗号隔开
  --department <部门>  部门；窗口民警和审批人默认 public-security
  --from <日期>        第一天，默认今天
  --until <日期>       最后一天，默认未定
  --issuer <地址>      身份认证服务，默认取环境变量 OIDC_ISSUER
  --end                结束任命，最后一天由 --until 写明，默认今天
  --lang zh-CN|en      语言
`,
  helpAppointments: `用法：luohu appointments [选项]

逐行列出所有任命：用户标识、姓名、岗位、县、部门、任期。

选项：
  --json               只输出一个 JSON 数组
  --lang zh-CN|en      语言
`,
  helpDepartments: `用法：luohu departments [选项]

启动演示用的部门：各部门的数据服务，人物均为虚构，答复经签名的共享请求；每个部门有自己的路径和 OpenAPI 文档。
启动后打印一行地址。演示安装会自行启动。允许查询的成员写在数据文件夹的 departments/members.json。

选项：
  --port <端口>        端口，默认任一空闲端口
  --pack <文件夹>      使用另一套规则
  --lang zh-CN|en      语言
`,
  helpServe: `用法：luohu serve [选项]

启动网页和接口，输出一行地址。Ctrl-C 停止。接口说明在 /api/docs。

环境变量：LUOHU_URL 为对外的 https 地址，LUOHU_PROXY 为可信的前置代理；登录由 OIDC_ISSUER、OIDC_CLIENT_ID、OIDC_CLIENT_SECRET（及 OIDC_SCOPE、OIDC_ID_NUMBER_CLAIM）指定。

选项：
  --port <端口>        端口，默认取环境变量 PORT，再默认 {port}；0 表示任选
  --host <地址>        监听地址，默认 127.0.0.1（只在本机可访问）
  --pack <目录>        使用另一套规则
  --lang zh-CN|en      语言
`,
};
