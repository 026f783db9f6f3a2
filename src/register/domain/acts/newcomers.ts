// Who the arrivals are, and whether each may arrive from where the act says.
import type { Act } from "../act.ts";
import { type Desk, getId } from "../draft.ts";
import type { Origin } from "../event.ts";
import { goneRemark } from "../gone.ts";
import { particularsRemarks } from "../identity.ts";
import type { Joining } from "../members.ts";
import { type Remark, refusesAct, remark } from "../remark.ts";
import type { Particulars } from "../shapes.ts";
import { findPerson } from "../view.ts";

type Settle = Extract<Act, { act: "settle" }>;
type Arriving = Settle["arrivals"][number];

export type Newcomer = Joining & { readonly particulars: Particulars; readonly from: Origin };

type Found =
  | {
      readonly ok: true;
      readonly newcomers: readonly Newcomer[];
      readonly remarks: readonly Remark[];
    }
  | { readonly ok: false; readonly remarks: readonly Remark[] };

/** All arrivals, or what keeps some of them from arriving; remarks that only warn come with either. */
export function findNewcomers(act: Settle, desk: Desk): Found {
  const remarks = [
    ...act.arrivals.flatMap((arrival, index) => arrivalRemarks(arrival, index, desk)),
    ...twice(act),
  ];
  if (remarks.some(refusesAct)) return { ok: false, remarks };
  let fresh = 0;
  const newcomers = act.arrivals.map((arrival, index): Newcomer => {
    const path = `arrivals.${index}`;
    const { relation } = arrival;
    if ("particulars" in arrival) {
      const person = getId(desk.ids.people, fresh);
      fresh += 1;
      return { person, relation, path, particulars: arrival.particulars, from: originOf(arrival) };
    }
    const { person } = arrival;
    const particulars = findPerson(desk.view, person)?.particulars;
    if (!particulars) throw new Error("an arrival was let through without particulars");
    return { person, relation, path, particulars, from: originOf(arrival) };
  });
  return { ok: true, newcomers, remarks };
}

function originOf(arrival: Arriving): Origin {
  if (arrival.from === "county") return { kind: "county", county: arrival.county };
  if (arrival.from === "unregistered") return { kind: "unregistered" };
  return { kind: "elsewhere", place: arrival.place };
}

function arrivalRemarks(arrival: Arriving, index: number, desk: Desk): readonly Remark[] {
  const path = `arrivals.${index}`;
  if ("particulars" in arrival) {
    const { particulars, from } = arrival;
    return [
      ...particularsRemarks(particulars, `${path}.particulars`, desk.view, desk.tables),
      ...(from === "elsewhere" && particulars.idNumber === null
        ? [remark("id-number-missing", `${path}.particulars.idNumber`)]
        : []),
    ];
  }
  const at = `${path}.person`;
  const found = findPerson(desk.view, arrival.person);
  if (found === undefined) return [remark("person-unknown", at, { person: arrival.person })];
  const gone = goneRemark(found, at);
  if (gone !== undefined) return [gone];
  const { person, registered } = found;
  if (arrival.from === "returning") {
    return registered === null
      ? []
      : [remark("already-registered", at, { person, county: registered.county })];
  }
  if (arrival.county === desk.county) return [remark("same-county", path, { person })];
  return registered?.county === arrival.county
    ? []
    : [remark("not-registered-here", at, { person, county: arrival.county })];
}

function twice({ arrivals }: Settle): readonly Remark[] {
  const keys = arrivals.map((arrival, index) =>
    "person" in arrival ? arrival.person : (arrival.particulars.idNumber ?? `new ${index}`),
  );
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index ? [] : [remark("named-twice", `arrivals.${index}`)],
  );
}
