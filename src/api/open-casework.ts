import type { Casework } from "../casework/index.ts";
import type { Exchange } from "../exchange/index.ts";
import type { Register } from "../register/index.ts";
import { settlementService } from "../services/settlement/index.ts";
import type { Standards } from "../standards/index.ts";

/** Casework with every service there is. */
export const openCasework = (
  register: Register,
  exchange: Exchange,
  { divisions }: Standards,
): Casework => ({
  register,
  exchange,
  services: [settlementService(register)],
  officeOf: (county) => {
    const name = divisions.find(county)?.name ?? { "zh-CN": String(county), en: String(county) };
    return {
      office: { "zh-CN": `${name["zh-CN"]}公安局`, en: `Public Security Bureau, ${name.en}` },
      government: {
        "zh-CN": `${name["zh-CN"]}人民政府`,
        en: `the People's Government of ${name.en}`,
      },
      court: { "zh-CN": `${name["zh-CN"]}人民法院`, en: `the People's Court of ${name.en}` },
    };
  },
});
