import { aheadZhCN } from "./ahead-zh-cn.ts";
import type { Messages } from "./messages.ts";
import { otherServiceZhCN, servicesZhCN } from "./services-zh-cn.ts";

const units: Readonly<Record<string, string>> = {
  months: "个月",
  month: "个月",
  years: "年",
  year: "年",
  days: "天",
  day: "天",
  people: "人",
  persons: "人",
  yuan: "元",
  "square-metres": "平方米",
  mu: "亩",
};

const isoDay = /\b\d{4}-\d{2}-\d{2}\b/g;

const day = (iso: string) => {
  const [year, month, date] = iso.split("-").map(Number);
  return `${year}年${month}月${date}日`;
};

export const zhCN: Messages = {
  name: "落户",
  title: "我能在哪里落户",
  otherLanguage: "English",
  my: "我的户口",
  textSize: (size) =>
    ({
      normal: "字号：标准。按一下放大",
      large: "字号：大。按一下再放大",
      larger: "字号：特大。按一下还原",
    })[size],
  textSizeShort: "字号",
  skipToContent: "跳到正文",
  back: "上一步",
  goOn: "继续",
  footer:
    "这里给出的是参考意见，不是决定。能不能办，由主管机关有姓名的工作人员决定，并写明理由和救济途径。",
  list: (items) => items.join("、"),
  sentences: (items) => items.join("；"),
  day,
  days: (text) => text.replace(isoDay, day),
  unit: (unit) => units[unit] ?? unit,
  labelled: (label, value) => `${label}：${value}`,
  clause: (clause) =>
    clause
      .replace(/^Decree (\d+) art\. (\d+)(.*)$/, "第$1号令第$2条$3")
      .replace(/ item (\d+)/, " 第$1项")
      .replace(/ part (\d+)/, " 第$1部分"),

  welcome: {
    lead: "回答几个问题，看看户口、居住证和孩子考试的事能不能办：依据哪一条，从哪天起，家人能不能一起，要带哪些材料。",
    points: {
      advice: {
        title: "是参考，不是决定",
        note: "最后由主管机关有姓名的工作人员决定；不同意的，会写明理由，您可以申请复核。",
      },
      device: {
        title: "填写的内容不离开这台设备",
        note: "全部在您的手机或电脑上计算，不上传，也不用登录。",
      },
      time: {
        title: "只问用得上的",
        note: "不影响结果的不问，多数人两三分钟就好。不清楚的可以选“不清楚”，随时可以先看结果。",
      },
    },
    start: "开始",
    resume: "接着上次继续",
    basis: "依据的文件",
    basisItem: (title, from) => `${title}（${day(from)}起施行）`,
  },
  services: servicesZhCN,
  otherService: otherServiceZhCN,
  service: { title: "您想知道什么？", hint: "先选一项；以后可以换，说过的不用再说。" },
  place: {
    hint: "先选地州市，再选县市区。也可以直接搜索。",
    search: "搜索县、市、区",
    searchHint: "汉字、拼音、英文名都可以，例如“喀什”",
    found: (count) => `找到 ${count} 个`,
    none: "没有找到。请换一个写法，或从下面的地州市里选。",
    prefectures: "按地州市选",
    counties: (count) => `${count} 个县、市、区`,
    direct: "自治区直辖的市",
    inPrefecture: (prefecture) => prefecture,
    countyTitle: "是哪一个县、市、区？",
    otherPrefecture: "换一个地州市",
    madeUp: {
      title: "演示用的地方",
      note: "不是真的地方。区一级的实施方案是范本，没有写明地点，用虚构的示例区来演示。",
    },
    change: {
      title: "换地方后要重新回答",
      text: "很多问题问的是“在当地”的情况。换一个县、市、区后，这些回答会清空；到哪里都一样的回答和家人一栏保留。",
      yes: "换地方",
      no: "不换",
    },
  },
  kindNotes: {
    city: "设区的市的城区，归街道办事处和居委会管",
    "county-city": "县级市的城区，归街道办事处和居委会管",
    "county-seat": "县人民政府所在的镇",
    town: "县城以外设了镇的地方",
    village: "村委会所在的乡村",
    "corps-city": "兵团城市的城区",
    township: "乡人民政府所在的地方",
    "district-seat": "区政府所在地，规划为城镇的范围",
    "town-community": "镇政府所在地的中心社区",
  },
  family: {
    title: "谁和您一起落户？",
    hint: "可以选多位；只有您自己也可以直接继续。",
    together: (relation) => `${relation}现在和您一起生活吗？`,
    yes: "一起生活",
    no: "没有一起生活",
    unsure: "不清楚",
    alone: "只有我自己",
    name: "姓名（可以不填）",
    why: "为什么问这个",
    whyText:
      "多数条款除本人外，也允许共同生活的家人一起登记。这里只用来看哪些家人可以一起办，不影响您自己的结果。",
  },
  question: {
    number: (number) => `第 ${number} 题`,
    about: (more) => `之后大约还有 ${more} 题`,
    perhapsLast: "之后多半就有结果",
    last: "这是最后一题",
    yes: "是",
    no: "不是",
    unsure: "不清楚",
    unsureNote: "没有关系，不会因此被拒绝",
    notYet: "还没有",
    why: "为什么问这个",
    proves: "可以用来证明的材料",
    toAnswer: "先看结果",
    date: { words: { year: "年", month: "月", day: "日" }, order: ["year", "month", "day"] },
    dateHint: "例如 2024 年 9 月 1 日",
    numberLabel: "请填数字",
    dateFaults: {
      empty: "请填写年、月、日；记不清可以选“不清楚”。",
      incomplete: "日期还没有填完，请把年、月、日都填上。",
      "not-a-number": "日期只能填数字，例如 2024、9、1。",
      "no-such-day": "日历上没有这一天，请检查年、月、日。",
      "too-early": "年份太早了，请填 1900 年以后的四位年份。",
      "in-future": "这一天还没有到，请填今天或以前的日期。",
    },
    numberFaults: (fault, min, max) =>
      ({
        empty: "请填一个数字；记不清可以选“不清楚”。",
        "not-a-number": "这里只能填数字，例如 12。",
        "too-small": `最小可以填 ${min}。`,
        "too-big": `最大可以填 ${max}，请检查是否多写了一位。`,
      })[fault],
    chooseCounty: "选择县、市、区",
    choosePrefecture: "选择地州市",
    chooseFault: "请先选一个；不知道可以选“不清楚”。",
  },
  said: {
    title: "您告诉我们的",
    count: (count) => `您告诉我们的（${count} 项）`,
    service: "想知道的事",
    place: "地点",
    family: "一起的家人",
    records: "文件里的其他材料",
    recordsHeld: (count) => `${count} 条，照原样算进去`,
    alone: "只有本人",
    apart: (relation) => `${relation}（没有一起生活）`,
    edit: "修改",
    editWhat: (what) => `修改：${what}`,
    unsure: "不清楚",
    empty: "还没有回答问题。",
  },
  kept: {
    text: "填写的内容只保存在这台设备的这个浏览器标签页里，关掉就没有了。",
    erase: "现在就清除",
    lost: "上次保存的内容读不出来，已经清除。请重新开始，给您添麻烦了。",
  },
  erase: {
    title: "清除全部内容？",
    text: "您填写的内容会从这台设备上删除，不能恢复。",
    yes: "清除",
    no: "保留",
  },
  answer: {
    outcome: {
      granted: "可以",
      refused: "暂不符合",
      unknown: "还不能确定",
      refer: "由有关机关决定",
    },
    announce: (headline) => `结果：${headline}`,
    byText: {
      granted: (clauses) =>
        clauses === 1
          ? "按您说的情况，下面这一条已经符合，符合一条就够了。"
          : "按您说的情况，下面几条都已经符合，其实符合一条就够了。",
      refused: () => "按您说的情况，现有条款都还不符合。下面写明差在哪里。",
      unknown: () => "还差一些情况没有说清。没有说清的，不会当作“不符合”。",
      refer: () => "条款没有直接给出答案，要由下面的机关或工作人员看具体情况。",
    },
    asOf: (on) => `按 ${on} 施行的文件计算`,
    advice: "参考意见，不是决定",
    openQuestions: (about) => `大约再答 ${about} 题就能确定`,
    supposed: (place, said) => `这是假设：把您说的${said}的情况，当作在${place}也是一样来算的。`,
    supposedBack: (said) => `回到${said}`,
    continue: "继续回答",
    covers: {
      title: "谁可以一起落户",
      covered: "可以一起办",
      notCovered: "不在这一条的范围内",
      unknown: "还要看是否共同生活",
      self: "您本人",
      none: "这一条只包括您本人。",
      could: (relations) => `这些条款还可以包括：${relations}。`,
    },
    papers: {
      title: "要带的材料",
      hint: "同一件事有几种材料的，带一种就行，以窗口一次性告知的为准。",
      from: (office) => `由${office}出具`,
      yours: "自己准备",
      none: "这些条款没有要求另带材料。带上身份证和户口簿即可。",
    },
    authority: {
      title: "由谁决定",
      text: (authority) => `请向${authority}了解当地现行的办法，再提出申请。`,
      unnamed: "请向当地主管这件事的窗口说明情况，由工作人员看具体情况后书面答复。",
      why: {
        title: "为什么不能直接算出来",
        clause: "条款自己写明，这种情况由机关看具体情况决定。",
        differ: (above, own) =>
          `几份文件说的不一样：${above}里有符合的条款，而当地自己的${own}没有这样写，或者要求更严。文件不一致时这里不替您选，请机关答复。`,
        notHeld: (texts) => `当地还要看${texts}，这些文件我们没有，不能替它们回答“不行”。`,
      },
    },
    missing: {
      title: "还要弄清楚的",
      unmetTitle: "差在哪里",
      unmetHint: "下面这些情况，变了就可能符合某一条。不必全部满足，满足一条里的要求就够。",
      hint: "说清其中一部分，往往就能有结果。",
      answerNow: "现在回答",
      unsure: "您选了“不清楚”",
      proof: (papers) => `可以凭：${papers}`,
      more: (count) => `还有 ${count} 项`,
    },
    why: {
      title: "为什么是这个结果",
      hint: "每一条都可以点开，看它要求什么、您的情况怎么样。",
      granted: "已经符合的",
      refer: "要由机关决定的",
      unknown: (count) => `还不能确定的（${count} 条）`,
      refused: (count) => `不符合的（${count} 条）`,
      noGround: "没有条款涉及这个地方。",
    },
    ground: { granted: "符合", refused: "不符合", unknown: "还不确定", refer: "由机关决定" },
    from: (on) => `${on}起`,
    until: (on) => `到${on}为止`,
    steps: "逐项看",
    tree: { all: "以下都要满足", any: "以下满足一项即可", not: "以下情况不能有" },
    truth: { true: "符合", false: "不符合", unknown: "还不知道" },
    notStated: "还没有说",
    youUnsure: "您不清楚",
    youSaid: "您说的",
    readings: {
      title: "条文可以有不同理解的地方",
      about: "问题",
      taken: "这里的理解",
      alternatives: "另一种理解",
      why: "理由",
    },
    texts: {
      title: "依据的文件",
      inForce: (from) => `${from}起施行`,
      until: (on) => `施行到${on}`,
      issued: (on) => `${on}发布`,
      notHeld: "这份文件我们还没有，请向有关机关索取",
      says: "对您的情况",
      absent: (count) => `还有 ${count} 份上级文件，我们没有收录`,
      silent: (count) => `还有 ${count} 份同时适用的文件，没有写到这件事`,
      only: {
        title: "按哪份文件算",
        hint: "默认把当地适用的文件放在一起算。",
        all: "全部文件一起算",
      },
    },
    remedy: {
      title: "如果您不同意",
      police:
        "这个结果不影响您提出申请。您可以到派出所递交材料，请工作人员书面答复；对答复不服的，可以依法申请行政复议或者提起行政诉讼。",
      other:
        "这个结果不影响您提出申请。您可以向主管的部门递交材料，请工作人员书面答复；对答复不服的，可以依法申请行政复议或者提起行政诉讼。",
    },
    print: "打印这一页",
    again: "重新开始",
    printed: (on) => `打印日期：${on}`,
    printMore: (count) => `另有 ${count} 项，见网页。`,
  },
  ...aheadZhCN,
  trouble: {
    title: "这一页出了问题",
    text: "您填写的内容没有离开这台设备。可以返回重试，或清除后重新开始。",
    restart: "清除并重新开始",
    details: "给技术人员的信息",
    load: "没能读到政策内容。请检查网络，再刷新这一页。",
  },
};
