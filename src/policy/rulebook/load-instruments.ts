import { parseDay } from "../calendar/day.ts";
import { suggested } from "../check/suggest.ts";
import type { Problem } from "../problem/problem.ts";
import type { Named } from "../vocabulary/vocabulary.ts";
import { periodOf } from "./load-parameters.ts";
import type { Chain, Instrument } from "./pack.ts";
import type { Shaped } from "./shaped.ts";
import type { InstrumentsFile } from "./shapes.ts";

type Loaded = {
  readonly authorities: readonly Named[];
  readonly instruments: readonly Instrument[];
  readonly chains: readonly Chain[];
  readonly problems: readonly Problem[];
};

/** The texts, who decides beside them, and which texts govern which places. */
export function loadInstruments(files: readonly Shaped<InstrumentsFile>[]): Loaded {
  const instruments = files.flatMap(({ data }) =>
    data.instruments.map((shape) => ({
      id: shape.instrument,
      level: shape.level,
      title: shape.title,
      ...(shape.issued === undefined ? {} : { issued: parseDay(shape.issued)! }),
      inForce: periodOf(shape["in-force"]),
      status: shape.status,
      held: shape.held,
      ...(shape["open-cases"] === undefined ? {} : { openCases: shape["open-cases"] }),
    })),
  );
  const known = new Set(instruments.map(({ id }) => id));
  const problems = files.flatMap(({ file, data }) =>
    data.chains.flatMap((chain, index) =>
      chain.instruments.flatMap((id, position) =>
        known.has(id)
          ? []
          : [
              {
                code: "unknown-instrument",
                params: { name: id },
                at: file.locate(["chains", index, "instruments", position]),
                ...suggested(id, known),
              },
            ],
      ),
    ),
  );
  return {
    authorities: files.flatMap(({ data }) =>
      data.authorities.map(({ authority, label }) => ({ id: authority, label })),
    ),
    instruments,
    chains: files.flatMap(({ data }) => data.chains),
    problems,
  };
}
