import { problemMediaType } from "../http/index.ts";
import type { Access } from "./access.ts";

/** Name of the security scheme of the session's cookie in the OpenAPI document. */
export const sessionScheme = "session";

const problem = { $ref: "#/components/schemas/Problem" };
const answer = (description: string) => ({
  description,
  content: { [problemMediaType]: { schema: problem } },
});

const refusals = {
  401: answer("Nobody is signed in, or the session has ended"),
  403: answer("The role, the county, or a page that is not ours"),
  429: answer("Too many requests; see Retry-After"),
};

const header = (description: string) => ({ type: "string", description });
const purposeHeaders = {
  type: "object",
  required: ["luohu-purpose"],
  properties: {
    "luohu-purpose": header("Why you look, of a closed list; the person sees it"),
    "luohu-reference": header("The case or paper it is for, percent-encoded"),
  },
};

type Schema = Readonly<Record<string, unknown>>;

/** A route's schema as the OpenAPI document has it, with who may use the route. */
export function describeAccess(schema: Schema, access: Access | undefined): Schema {
  if (access === undefined) return schema;
  const described = { ...schema, "x-luohu-access": access };
  if (access.kind === "public") return { ...described, security: [] };
  return {
    ...described,
    security: [{ [sessionScheme]: [] }],
    response: { ...(schema["response"] as Schema | undefined), ...refusals },
    ...(access.purpose === true && schema["headers"] === undefined
      ? { headers: purposeHeaders }
      : {}),
  };
}
