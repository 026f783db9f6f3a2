import type { Register } from "../register/index.ts";
import type { Exchange } from "./exchange.ts";

export type RouteOptions = { readonly exchange: Exchange; readonly register: Register };
