import type { z } from "zod";
import type { act as actShape, remark } from "../../../src/register/contract.ts";
import type { DeskTexts } from "../texts-zh-cn.ts";
import type { FormContext, Preview } from "./act-form.ts";

type Remark = z.infer<typeof remark>;

/** One thing that is wrong or to be aware of, in words. */
export type Said = {
  readonly path: string | null;
  readonly text: string;
  readonly clause: string | null;
};

export function sayRemark(
  { code, values, path, clause }: Omit<Remark, "values"> & Partial<Pick<Remark, "values">>,
  d: DeskTexts,
  name: (person: string | number | undefined) => string,
): Said {
  const clauses: Readonly<Record<string, string>> = d.acts.clauses;
  const text = d.acts.remarks[code]?.(values ?? {}, name) ?? code;
  return {
    path: path === "" ? null : path,
    text,
    clause: clause === null ? null : (clauses[clause] ?? clause),
  };
}

/** What the act's own shape says of what was typed. */
export function sayIssues(
  error: z.ZodError<z.infer<typeof actShape>>,
  act: unknown,
  d: DeskTexts,
): readonly Said[] {
  return error.issues.map(({ path }) => {
    const typed = path.reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null
          ? (value as Readonly<Record<PropertyKey, unknown>>)[key]
          : undefined,
      act,
    );
    const isTyped = typeof typed === "string" && typed.trim() !== "";
    const isDay = /^(on|died|signed|issued|birthDate)$/.test(String(path.at(-1)));
    const words = d.acts.form;
    return {
      path: path.join("."),
      text: !isTyped ? words.missing : isDay ? words.wrongDate : words.unfit,
      clause: null,
    };
  });
}

/** Names of the people that the page shows anyway, for the wording of remarks. */
export function namer(context: FormContext, seen: Preview | null, unknown: string) {
  const names = new Map<number, string>();
  const add = (member: {
    readonly person: number;
    readonly name: string | null;
    readonly nameHan: string | null;
  }) => {
    const name = member.nameHan ?? member.name;
    if (name !== null) names.set(member.person, name);
  };
  context.household?.members.forEach(add);
  for (const { before, after } of seen?.households ?? []) {
    before?.members.forEach(add);
    after?.members.forEach(add);
  }
  if (context.person !== null) add({ ...context.person, ...context.person.particulars });
  return (person: string | number | undefined): string => names.get(Number(person)) ?? unknown;
}
