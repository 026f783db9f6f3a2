// Names of a given name and the father's: in the person's own script, and in Chinese characters with "·" (B5).
// Invented by putting common given names together by chance: nobody's.

/** A given name in its own script and in Chinese characters. */
export type GivenName = { readonly own: string; readonly han: string };

export type TwoPartNames = {
  readonly men: readonly GivenName[];
  readonly women: readonly GivenName[];
};

function read(lines: string): readonly GivenName[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [own = "", han = ""] = line.trim().split(" ");
      return { own, han };
    });
}

export const uyghurNames: TwoPartNames = {
  men: read(`
    ئەركىن 艾尔肯
    تۇرسۇن 吐尔逊
    مەمەت 麦麦提
    ئابدۇراخمان 阿布都热合曼
    يۈسۈپ 玉素甫
    ئىبراھىم 伊布拉音
    ئەخمەت 艾合买提
    قۇربان 库尔班
    ئوسمان 吾斯曼
    غوپۇر 吾甫尔
    ھەسەن 艾山
    ھۈسەن 玉山
    سابىر 沙比尔
    ئادىل 阿迪力
    دىلشات 迪力夏提
    ئەنۋەر 艾尼瓦尔
    پەرھات 帕尔哈提
    كېرەم 克热木
    نۇرمەمەت 努尔麦麦提
    ئالىم 阿里木
    تاھىر 塔依尔
    روزى 肉孜
    ئىسمايىل 司马义
    باتۇر 巴图尔
    ئەكبەر 艾克拜尔
    ياسىن 亚森
    مۇتەللىپ 木塔力甫
    شۆھرەت 肖合热提
    ئابلىز 阿布力孜
    سېلىم 赛力木
    غەيرەت 海热提
    دولقۇن 多里坤
    ئارزۇ 阿尔祖
    نىجات 尼加提
    مۇرات 木拉提
    ئابدۇسالام 阿布都沙拉木
  `),
  women: read(`
    گۈلنار 古丽娜尔
    ئايگۈل 阿依古丽
    رەيھان 热依汗
    پاتىمە 帕提曼
    دىلنۇر 迪丽努尔
    مەھىرە 麦依热
    زۇلپىيە 祖丽菲亚
    ئاينۇر 阿依努尔
    مەريەم 麦尔燕
    خالىدە 哈丽旦
    نۇرگۈل 努尔古丽
    سەنەم 赛乃姆
    ئايشە 阿依夏
    گۈلباھار 古丽巴哈尔
    ھۆرنىسا 吾尔尼沙
    رەنا 热娜
    تۇرسۇنئاي 吐尔逊阿依
    مېھرىگۈل 米热古丽
    ئامىنە 阿米娜
    زۆھرە 佐合拉
    دىلبەر 迪丽拜尔
    شاھىدە 夏依达
    گۈلزار 古丽扎尔
    پەرىدە 帕丽达
    ئاسىيە 阿斯亚
    چولپان 乔丽潘
    مۇكەررەم 木凯热姆
    نازاكەت 娜扎凯提
    ھاۋاگۈل 阿瓦古丽
    ساجىدە 萨吉旦
  `),
};

export const kazakhNames: TwoPartNames = {
  men: read(`
    ەرلان 叶尔兰
    نۇرلان 努尔兰
    باقىت 巴合提
    ەربول 叶尔波力
    داۋلەت 达吾列提
    سەرىك 赛力克
    مارات 马拉提
    قانات 哈那提
    مەدەت 米德提
    بولات 波拉提
    ايدار 阿依达尔
    جاناربەك 加纳尔别克
    مۇقان 木汗
    قايرات 海拉提
    اسقار 阿斯卡尔
    دانيار 达尼亚尔
    تالعات 塔勒哈提
    ءادىل 阿地力
    بەرىك 别力克
    ەرجان 叶尔江
    سامات 沙马提
    جومارت 卓马尔提
  `),
  women: read(`
    ايگۇل 阿依古丽
    ايدانا 阿依达娜
    جانار 加娜尔
    اينۇر 阿依努尔
    گۇلنار 古丽娜尔
    اسەل 阿赛勒
    قارلىعاش 哈丽哈什
    ساۋلە 萨吾列
    مەرۋەرت 米尔瓦提
    ايجان 阿依江
    گۇلميرا 古丽米拉
    ماريا 玛丽亚
    جازيرا 加孜拉
    شولپان 乔丽潘
    بوتا 波塔
    دينارا 迪娜拉
    ارايلىم 阿拉依勒木
    نۇرگۇل 努尔古丽
  `),
};

/** Given names alone: a surname is not asked for (B5). */
export const singleNames: Readonly<Record<"men" | "women", readonly string[]>> = {
  men: "巴图 那木吉勒 巴特尔 孟克 布仁 道尔吉 额尔敦 朝鲁 宝音 苏和 图门 阿拉坦 乌力吉 特木尔 毕力格".split(
    " ",
  ),
  women: "其其格 萨仁 乌云 娜仁 高娃 阿茹娜 塔娜 哈斯 斯琴 琪琪格 萨日娜 通拉嘎 苏布达".split(" "),
};
