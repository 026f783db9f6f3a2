// Surnames with rough shares in a thousand, and characters for given names. Names put together by chance: nobody's.

export const surnames: readonly (readonly [string, number])[] = [
  ...shares(66, "王李张"),
  ...shares(44, "刘陈马"),
  ...shares(28, "杨赵黄"),
  ...shares(20, "周吴徐孙朱胡郭何林高罗"),
  ...shares(
    12,
    "郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常",
  ),
  ...shares(3, "单解仇查区冼缪盖翟牟尉纪过宁华应哈沙穆拜妥虎米海保闵"),
  ["欧阳", 3],
  ["上官", 1],
  ["诸葛", 1],
  ["司马", 1],
  ["尉迟", 1],
];

function shares(share: number, characters: string): readonly (readonly [string, number])[] {
  return [...characters].map((character) => [character, share]);
}

/** Characters that stand in men's names, in women's, and in both. */
export const menCharacters: readonly string[] = [
  ..."伟强军勇刚涛磊鹏斌波辉飞超峰建国志明海龙宏亮成康毅俊杰凯浩宇博文轩泽阳晨光远东昌盛德福贵林树松柏山川江河振兴旺平安和顺诚信义仁礼智良才学思齐启航天佑子睿铭哲彦恒",
];
export const womenCharacters: readonly string[] = [
  ..."芳娜敏静丽艳娟霞秀英玲桂兰梅红燕萍华玉珍珠凤莲芬琴云慧洁婷雪琳晶颖倩欣怡佳蕾薇菲雨晴梦瑶诗涵语嫣可馨思彤若曦月清秋菊春花小荷淑贞香莉蓉茜岚妍悦雯露宁心瑞佩文",
];
