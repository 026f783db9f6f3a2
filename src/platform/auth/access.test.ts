import { describe, expect, it } from "vitest";
import { type Access, accessFault, refuseAccess } from "./access.ts";
import { readPurpose } from "./purpose.ts";
import type { Principal } from "./principal.ts";
import { isFromHere } from "./same-site.ts";

const clerk: Principal = {
  account: "a",
  name: "林",
  role: "window-clerk",
  counties: [990_101],
  department: "public-security",
};
const resident: Principal = { account: "b", name: "陈", role: "resident", counties: [], person: 7 };

const county: Access = {
  kind: "signed-in",
  roles: ["window-clerk"],
  place: "own-county",
  record: "any",
};
const own: Access = { kind: "signed-in", roles: ["resident"], place: "none", record: "own" };

describe("access", () => {
  it.each<[ReturnType<typeof refuseAccess>, Access, Principal | undefined, Record<string, string>]>(
    [
      [undefined, { kind: "public" }, undefined, {}],
      ["not-signed-in", county, undefined, { county: "990101" }],
      ["not-allowed", county, resident, { county: "990101" }],
      [undefined, county, clerk, { county: "990101" }],
      ["not-allowed", county, clerk, { county: "990102" }],
      ["not-allowed", county, clerk, { county: "0990101" }],
      ["not-allowed", county, clerk, { county: "990101.0" }],
      ["not-allowed", county, clerk, { county: "990101 " }],
      ["not-allowed", county, clerk, { county: "0xf1cbd" }],
      ["not-allowed", county, clerk, {}],
      [undefined, { ...county, place: "any" }, clerk, { county: "990102" }],
      [undefined, own, resident, { person: "7" }],
      ["not-found", own, resident, { person: "8" }],
      ["not-found", own, resident, { person: "07" }],
      ["not-found", own, { ...resident, person: Number.NaN }, { person: "x" }],
      [undefined, own, resident, {}],
    ],
  )("%s for %o, %o, %o", (expected, access, who, params) => {
    expect(refuseAccess(access, who, params)).toBe(expected);
  });

  it.each([
    ["/x", undefined, /declares no access/],
    ["/x", county, /no :county/],
    ["/counties/:county", { ...county, place: "none" as const }, /place is none/],
    ["/counties/:county", { ...county, roles: [] }, /no role/],
  ])("a declaration that cannot be meant: %s", (url, access, fault) => {
    expect(accessFault(access, url)).toMatch(fault);
  });

  it("hidden from the document, only what is public", () => {
    expect(accessFault(own, "/x", true)).toMatch(/has to name it/);
    expect(accessFault({ kind: "public" }, "/x", true)).toBe(undefined);
  });
});

describe("purpose", () => {
  it.each([
    [{}, "purpose"],
    [{ "luohu-purpose": "curiosity" }, "purpose"],
    [{ "luohu-purpose": ["review", "audit"] }, "purpose"],
    [{ "luohu-purpose": "review" }, { purpose: "review", reference: undefined }],
    [
      { "luohu-purpose": "review", "luohu-reference": encodeURIComponent("受理 12 号") },
      { purpose: "review", reference: "受理 12 号" },
    ],
    [{ "luohu-purpose": "review", "luohu-reference": "%zz" }, "reference"],
    [{ "luohu-purpose": "review", "luohu-reference": "a%0Ab" }, "reference"],
    [{ "luohu-purpose": "review", "luohu-reference": "%E2%80%AEb" }, "reference"],
    [{ "luohu-purpose": "review", "luohu-reference": "x".repeat(61) }, "reference"],
  ])("%o", (headers, expected) => {
    expect(readPurpose(headers)).toEqual(expected);
  });
});

describe("our own pages", () => {
  const here = "http://127.0.0.1:8321";
  it.each([
    [false, {}],
    [true, { "luohu-csrf": "word" }],
    [false, { "luohu-csrf": "" }],
    [false, { "luohu-csrf": "wort" }],
    [true, { "luohu-csrf": "word", origin: here, "sec-fetch-site": "same-origin" }],
    [false, { "luohu-csrf": "word", origin: "http://127.0.0.1:8322" }],
    [false, { "luohu-csrf": "word", origin: "null" }],
    [false, { "luohu-csrf": "word", origin: here, "sec-fetch-site": "same-site" }],
    [false, { "luohu-csrf": "word", "sec-fetch-site": "cross-site" }],
  ])("%s: %o", (expected, headers) => {
    expect(isFromHere(headers, "word", here)).toBe(expected);
  });

  it("no session, no word: nothing passes", () => {
    expect(isFromHere({ "luohu-csrf": "" }, "", here)).toBe(false);
  });
});
