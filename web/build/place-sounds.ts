import type { NamedPlace } from "../../src/policy/index.ts";
import { soundOfPlace } from "../../src/standards/index.ts";

/** Each place's code with its name in pinyin, whole and by initials: "kashishi kss". */
export function listSounds(places: readonly NamedPlace[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    places.map(({ code, name }) => {
      const { sound, initials } = soundOfPlace(name["zh-CN"]);
      return [code, `${sound} ${initials}`];
    }),
  );
}
