// Made-up addresses: streets, estates and villages that any town could have.
import type { Chance } from "./chance.ts";

const streets =
  "长青路 新华西街 河滨路 果园街 杏花巷 胡杨路 北园春街 牧歌路 天池东路 石榴巷 葡萄沟路 银杏大道 白杨街 双桥路 学府街 和平里 文化巷 东风渠路 雪莲路 迎宾大道".split(
    " ",
  );
const estates =
  "锦绣园 阳光里 翠湖苑 丰泽小区 杏林家园 金色年华 安居苑 春晓小区 和顺园 书香里 云锦苑 南湖新村".split(
    " ",
  );
const villages =
  "桃园村 柳树泉村 双渠村 大泉村 红柳湾村 沙枣林村 下河坝村 新户村 二道湾村 阿克塔木村 巴扎村 库木巴格村".split(
    " ",
  );
const towns = "清水河镇 柳沟镇 东泉乡 北塔镇".split(" ");
const employers =
  "示例纺织有限公司 示例果业集团 示例运输公司 示例医院 示例电力公司 示例建材厂".split(" ");
const schools = "示例师范学院 示例职业技术学院 示例医学高等专科学校".split(" ");

export type MadeUpHome = { readonly address: string; readonly community: string };

export function townHome(chance: Chance): MadeUpHome {
  const street = chance.pick(streets);
  const number = chance.between(1, 260);
  const flat = `${chance.between(1, 24)}栋${chance.between(1, 4)}单元${chance.between(1, 18)}${String(chance.between(1, 4)).padStart(2, "0")}室`;
  return {
    address: `${street}${number}号${chance.pick(estates)}${flat}`,
    community: `${street}社区`,
  };
}

export function villageHome(chance: Chance): MadeUpHome {
  const village = chance.pick(villages);
  return {
    address: `${chance.pick(towns)}${village}${chance.between(1, 9)}组${chance.between(1, 120)}号`,
    community: village,
  };
}

export type CollectiveKind = "employer" | "school" | "talent-centre" | "community";

/** A collective household's name, and where it is. */
export function collectiveHome(
  chance: Chance,
  kind: CollectiveKind,
): MadeUpHome & { readonly name: string } {
  const street = chance.pick(streets);
  const number = chance.between(1, 260);
  const community = `${street}社区`;
  const name = {
    employer: `${chance.pick(employers)}集体户`,
    school: `${chance.pick(schools)}学生集体户`,
    "talent-centre": "示例人才服务中心集体户",
    community: `${community}集体户`,
  }[kind];
  return { name, address: `${street}${number}号`, community };
}

/** Where people come from and go to whose register is not kept here; none of them exists. */
export const elsewhere: readonly string[] = [
  "样例省东河县（虚构）",
  "样例省南岭市（虚构）",
  "样例省北原县（虚构）",
  "样例省西塘区（虚构）",
  "样例省中洲市（虚构）",
];
