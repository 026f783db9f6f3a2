// Steps in cases, taken from the page of whoever is signed in there.
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { sampleDistrict } from "../../src/demo-data/index.ts";
import { ask, type Asked } from "./sign-in.ts";

export const ownCases = "/api/me/cases";
export const deskCases = `/api/counties/${sampleDistrict}/cases`;

/** Staff say why they look. */
const purpose = { "luohu-purpose": "application" };

export async function openCase(page: Page, body: object): Promise<string> {
  const headers = { "idempotency-key": randomUUID() };
  const { status, body: opened } = await ask(page, ownCases, { method: "POST", body, headers });
  if (status !== 201) throw new Error(JSON.stringify(opened));
  return (opened as { readonly case: string }).case;
}

export async function readCase<T>(
  page: Page,
  address: string,
  shape: { readonly parse: (body: unknown) => T },
): Promise<T> {
  return shape.parse((await ask(page, address, { headers: purpose })).body);
}

/** Reads the case and takes the step that its version allows. */
export async function takeStep(page: Page, address: string, body: object): Promise<Asked> {
  const { body: seen } = await ask(page, address, { headers: purpose });
  const { version } = seen as { readonly version: number };
  const headers = {
    ...purpose,
    "idempotency-key": randomUUID(),
    "if-match": `"c${version}"`,
  };
  return ask(page, `${address}/steps`, { method: "POST", body, headers });
}
