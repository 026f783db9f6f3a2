/** Work that comes round again and again in a running server. */
export { type Repeated, repeat } from "./repeat.ts";
