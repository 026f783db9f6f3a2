import type { CountyEvent } from "../../register/index.ts";
import { drawFrom } from "../chance.ts";
import type { Town } from "../history.ts";
import { birth } from "./birth.ts";
import { changeAddress, changeHead, correction } from "./changes.ts";
import { death } from "./death.ts";
import { moveIn } from "./move-in.ts";
import { moveOut } from "./move-out.ts";
import { split } from "./split.ts";
import { wedding } from "./wedding.ts";

/** Gives the events of one act, and none where nobody fits. */
type Happening = (town: Town, day: number) => readonly CountyEvent[];

/** In rough shares of a county's year. */
export const drawHappening = drawFrom<Happening>([
  [birth, 17],
  [death, 17],
  [moveIn, 15],
  [moveOut, 13],
  [split, 9],
  [wedding, 9],
  [changeHead, 4],
  [correction, 5],
  [changeAddress, 5],
]);
