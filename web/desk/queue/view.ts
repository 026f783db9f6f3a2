// Which part of the queue is looked at. All of it stands in the address, so that going back finds it again.
import type { z } from "zod";
import { queueFilter, type queuePage } from "../../../src/casework/desk/contract.ts";
import { plainDigits } from "../../ui/digits.ts";

type Filter = z.infer<typeof queueFilter>;
export type QueuedCase = z.infer<typeof queuePage>["cases"][number];

/** Stages that have a queue; `second` is the approver's: reviews, then what waits for a second person. */
export const stages = [
  "second",
  "all",
  "review",
  "submitted",
  "returned",
  "accepted",
  "checked",
  "proposed",
  "granted",
  "refused",
  "effected",
] as const;
export type Stage = (typeof stages)[number];

export type View = {
  readonly stage: Stage;
  /** `me`, `none`, or the account of a colleague; null for everyone. */
  readonly handler: string | null;
  readonly service: string | null;
  readonly overdue: boolean;
  readonly reference: string | null;
  /** How many pages are shown below one another. */
  readonly pages: number;
  /** The case that was opened last: whoever comes back goes on there. */
  readonly at: string | null;
};

type Query = Readonly<Record<string, string | undefined>>;
type Role = "approver" | "window-clerk";

const most = 200;

/** What an address asks for; anything that no filter has is left out. */
export function readView(query: Query, role: Role): View {
  const { handler, service, reference } = queueFilter.shape;
  const [stage = startOf(role)] = stages.filter((each) => each === query["stage"]);
  const pages = Number(query["pages"] ?? 1);
  return {
    stage,
    handler: handler.safeParse(query["handler"]).data ?? null,
    service: service.safeParse(query["service"]).data ?? null,
    overdue: query["overdue"] === "yes",
    reference: reference.safeParse(query["reference"]).data ?? null,
    pages: Number.isInteger(pages) && pages > 0 ? Math.min(pages, most) : 1,
    at: query["at"] ?? null,
  };
}

/** An approver begins with what waits for a second person. */
const startOf = (role: Role): Stage => (role === "approver" ? "second" : "all");

export const startView = (role: Role): View => readView({}, role);

/** Another part of the queue: from its first page on. */
export const turn = (view: View, part: Partial<View>): View => ({
  ...view,
  pages: 1,
  at: null,
  ...part,
});

export function hashOf(view: View, role: Role): string {
  const { stage, handler, service, overdue, reference, pages, at } = view;
  const parts = Object.entries({
    stage: stage === startOf(role) ? null : stage,
    handler,
    service,
    overdue: overdue ? "yes" : null,
    reference,
    pages: pages === 1 ? null : String(pages),
    at,
  }).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  return parts.length === 0 ? "#/cases" : `#/cases?${new URLSearchParams(parts)}`;
}

/** What the server is asked: one list, or for `second` two below one another. */
export function questionsOf(view: View): readonly Filter[] {
  const { stage, handler, service, overdue, reference } = view;
  if (reference !== null) return [{ reference }];
  const shared = {
    ...(handler === null ? {} : { handler }),
    ...(service === null ? {} : { service }),
    ...(overdue ? { overdue: "yes" as const } : {}),
  };
  switch (stage) {
    case "all":
      return [shared];
    case "review":
      return [{ ...shared, review: "open" }];
    case "second":
      return [
        { ...shared, review: "open" },
        { ...shared, stage: "proposed" },
      ];
    default:
      return [{ ...shared, stage }];
  }
}

/** A reference as people type it: in small letters, with full-width digits or another dash; undefined where it is none. */
export function readReference(typed: string): string | undefined {
  const text = plainDigits(typed)
    .toUpperCase()
    .replace(/[\s–—－]+/g, "-")
    .replace(/^-|-$/g, "");
  const whole = /^\d{8}[2-9A-Z]{6}$/.test(text) ? `${text.slice(0, 8)}-${text.slice(8)}` : text;
  return queueFilter.shape.reference.safeParse(whole).data;
}

export type EmptyCause =
  | "all"
  | "mine"
  | "none"
  | "colleague"
  | "overdue"
  | "stage"
  | "review"
  | "proposed"
  | "filtered";

/** Why a list may be empty: the one filter that is set, if there is only one. */
export function whyEmpty({ handler, overdue, service, review, stage }: Filter): EmptyCause {
  const byHandler = handler === "me" ? "mine" : handler === "none" ? "none" : "colleague";
  const causes: readonly EmptyCause[] = [
    ...(handler === undefined ? [] : ([byHandler] as const)),
    ...(overdue === undefined ? [] : (["overdue"] as const)),
    ...(service === undefined ? [] : (["filtered"] as const)),
    ...(review === undefined ? [] : (["review"] as const)),
    ...(stage === undefined ? [] : ([stage === "proposed" ? "proposed" : "stage"] as const)),
  ];
  return causes.length > 1 ? "filtered" : (causes[0] ?? "all");
}
