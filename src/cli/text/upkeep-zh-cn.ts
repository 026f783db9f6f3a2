/** What the commands that keep the register sound say in Chinese. */
export const upkeepZhCn = {
  progressEvents: "{step}：{done} / {total} 个事件",
  stepVerify: "正在核验",
  stepRebuild: "正在重建",
  stepConstraints: "正在建立索引与约束",
  stepBackup: "正在写入 {table}",
  stepCheck: "正在检查备份文件",
  stepLoad: "正在读入",
  keysLost:
    "数据库由密钥 {keys} 签过名，但密钥目录 {folder} 里没有。请放回原来的密钥目录；确已遗失的，运行 luohu checkpoint --adopt，从此信任数据库公布的公钥",
  keysMissing: "{folder} 里没有可用来签名的密钥。运行 luohu checkpoint --rotate 换一把新的",
  keysDamaged: "密钥文件 {path} 已损坏",
  keysOpen: "密钥文件 {path} 他人也能读取。请先收回权限（chmod 600）",
  chainBroken:
    "{county} 的事件链在第 {seq} 号事件处不成立，没有改动任何内容。运行 luohu verify 查看详情",
  rebuildUnderWay: "另一个重建正在进行，请等它结束",
  badCounty: "--county {value} 不是六位县级代码，例如 650102",
  countyUnknown: "登记中没有 {county} 的任何内容",
  verifiedCounty: "{county}：{events} 个事件，已签名至第 {through} 号（{signed}）",
  verifiedUnsigned: "{county}：{events} 个事件，尚未签名",
  verifiedTail: "；其后 {tail} 个自 {since} 起，尚无签名保护",
  verifiedErased: "；{erased} 个已依法删除内容",
  verifiedFine: "未发现问题：{counties} 个县，{events} 个事件，签名、链条、内容与现状均一致",
  verifiedFaults: "发现 {faults} 处问题",
  exchangeSigned: "{county}：共享日志 {entries} 条，已签名至第 {through} 条（{signed}）",
  exchangeUnsigned: "{county}：共享日志 {entries} 条，尚未签名",
  exchangeSound: "；与所问所答一致",
  exchangeEntry: "{county} 共享日志第 {seq} 条",
  exchangeLog: "{county} 共享日志",
  exchange_department_differs: "所记部门与请求不符",
  exchange_outcome_differs: "所记结果与请求不符",
  exchange_not_logged: "有请求没有记入",
  verifiedMore: "另有 {more} 处未列出",
  faultEvent: "{county} 第 {seq} 号事件",
  faultCounty: "{county}",
  fault_event_rewritten: "被改写，与签名不符",
  fault_event_removed: "已被移除",
  fault_event_inserted: "是后来塞入的",
  fault_event_moved: "被移到第 {now} 号位置（连续 {count} 个）",
  fault_hashes_recomputed: "第 {from} 至 {through} 号的哈希被重新计算过，事件本身未变",
  fault_link_broken: "与前一事件不相连",
  fault_event_missing: "第 {from} 至 {through} 号缺失",
  fault_head_differs: "链头与最后一个事件不符",
  fault_payload_changed: "内容与摘要不符",
  fault_payload_missing: "内容缺失，且没有依法删除的记录",
  fault_payload_inserted: "有内容不属于任何事件",
  fault_payload_kept: "已依法删除，内容却还在",
  fault_payload_unreadable: "内容无法读取，或与之前的事件矛盾",
  fault_column_differs: "列 {column} 与内容不符",
  fault_checkpoint_missing: "第 {from} 至 {through} 号的签名（{signed}）在数据库里没有了",
  fault_checkpoint_gap: "签名不连续：应从第 {expected} 号开始",
  fault_stretch_differs: "第 {from} 至 {through} 号中有事件与签名不符",
  fault_checkpoint_changed: "第 {from} 至 {through} 号的签名不成立",
  fault_checkpoint_unknown_key: "第 {from} 至 {through} 号由未知密钥 {key} 签名",
  fault_key_differs: "数据库公布的公钥 {key} 与密钥目录不符",
  fault_row_changed: "表 {table} 中 {key} 的 {column} 与事件不符",
  fault_row_missing: "表 {table} 缺少 {key} 的一行",
  fault_row_inserted: "表 {table} 多出 {key} 的一行",
  fault_rule_broken: "不符合登记规则 {rule}",
  rebuilt: "已重建：{counties} 个县，{events} 个事件，用时 {seconds} 秒，每秒 {rate} 个",
  keyRotated: "新密钥：{key}；旧密钥只保留公钥",
  keysAdopted: "已信任数据库公布的 {count} 把公钥",
  checkpointsNone: "没有新内容需要签名",
  checkpointSigned: "{county}：已签名第 {from} 至 {through} 号",
  checkpointSignedExchange: "{county}：共享日志已签名第 {from} 至 {through} 条",
  checkpointRefused: "{county}：第 {seq} 号事件处链条不成立，未签名。运行 luohu verify 查看详情",
  noBackupFile: "请给出备份文件的名称",
  backupThere: "{file} 已经存在，备份不覆盖任何文件",
  fileFailed: "{file} 无法使用（{reason}）",
  backedUp: "已备份到 {file}：{events} 个事件，{bytes} 字节",
  backupKeys: "备份不含签名私钥：请另行妥善保存 {folder}",
  archiveNot: "{file} 不是 Luohu 备份",
  archiveNewer: "{file} 由更新的版本写成，请用该版本恢复",
  archiveDamaged: "{file} 已损坏：{section}",
  archiveShort: "{file} 不完整：在 {section} 处中断",
  placeNotEmpty: "数据库里已有内容，只能恢复到空的数据库",
  restored: "已恢复：{events} 个事件，备份于 {taken}；重建用时 {seconds} 秒",
  helpVerify: `用法：luohu verify [选项]

逐县读取全部登记：核对每个事件的链接、内容与签名，从事件重新推算现状并与各表逐行比较，检查登记规则。
签名之前被改写、移除、塞入或调换的事件逐一指出；尚无签名保护的部分如实说明。发现问题时退出码为 1。

选项：
  --county <代码>    只核验一个县
  --json             只输出一个 JSON 对象
  --lang zh-CN|en    语言
`,
  helpRebuild: `用法：luohu rebuild [选项]

从事件重新建立现状各表，同时核对事件链；在旁边建好后一次换上。其间读写登记的人需等待；中途停止则一切如旧。

选项：
  --lang zh-CN|en    语言
`,
  helpCheckpoint: `用法：luohu checkpoint [选项]

为每个县自上次以来的登记事件和共享日志签名，签名同时记入密钥目录里的 heads.jsonl 和
exchange-heads.jsonl。服务运行时会定时签名（设置 LUOHU_CHECKPOINT_SECONDS，默认 60）。

选项：
  --rotate           换一把新密钥；旧密钥只保留公钥
  --adopt            密钥目录遗失后：信任数据库公布的公钥
  --lang zh-CN|en    语言
`,
  helpBackup: `用法：luohu backup <文件> [选项]

把登记写成一个带校验的文件：事件、内容、签名、公钥、办理回执、待批事项、查询记录、账号与任命。
不含可以推算的各表、登录状态和签名私钥。文件只有本人可读。

选项：
  --lang zh-CN|en    语言
`,
  helpRestore: `用法：luohu restore <文件> [选项]

把备份读入空的数据库，重建现状各表并全部核验。数据库里已有内容、文件损坏或版本更新的，一概不动。
核验发现问题时退出码为 1。

选项：
  --lang zh-CN|en    语言
`,
};
