import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { usePublicAddress } from "./public-address.ts";
import { textsOf } from "./text/texts.ts";

function use(env: Readonly<Record<string, string>>) {
  const said: string[] = [];
  const io = {
    out: () => undefined,
    err: (text: string) => said.push(text),
    stdin: Readable.from([]),
    env,
  };
  const call = { operands: [], flags: new Set<string>(), values: new Map<string, string>() };
  return { used: usePublicAddress({ ...call, io, locale: "en", texts: textsOf("en") }), said };
}

it.each([
  [{}, {}],
  [{ LUOHU_URL: "https://luohu.example/" }, { publicUrl: "https://luohu.example" }],
  [{ LUOHU_URL: "http://127.0.0.1:9000" }, { publicUrl: "http://127.0.0.1:9000" }],
  [{ LUOHU_PROXY: "10.0.0.1" }, { proxy: "10.0.0.1" }],
])("%o", (env, expected) => {
  expect(use(env)).toEqual({ used: expected, said: [] });
});

it.each(["http://luohu.example", "https://luohu.example/path", "luohu", "ftp://luohu.example"])(
  "%s is refused in one line",
  (url) => {
    const { used, said } = use({ LUOHU_URL: url });
    expect(used).toBe(undefined);
    expect(said.join("")).toMatch(/^luohu: LUOHU_URL [^\n]+\n$/);
  },
);
