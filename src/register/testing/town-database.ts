// The small town in a database, with the keys that it has in memory.
import type { Database } from "../../platform/postgres/index.ts";
import type { Register } from "../register.ts";
import { emptyRegister, type MemoryRegister, perform } from "./memory-register.ts";
import { doAct, withKeys } from "./register.ts";
import { arriving, neighbour, people, town } from "./small-town.ts";

/** Keys of the sequences begin beyond those of the town. */
const beyond = {
  name: "test-begin-keys",
  text: "SELECT setval(name, 1000) FROM unnest(ARRAY['person_key', 'household_key', 'dwelling_key']) AS name",
};

/** Settles everyone of the small town; gives the register in memory, to go on from. */
export async function settleTown(register: Register, owner: Database): Promise<MemoryRegister> {
  await owner.inTransaction({ counties: [], department: "" }, (tx) => tx.run(beyond));
  const memory = emptyRegister();
  const { father, mother, daughter, grandmother, single, student } = people;
  const family = [
    [father, 2],
    [mother, 12],
    [daughter, 30],
    [grandmother, 50],
  ] as const;
  const acts = [
    [town, arriving(family)],
    [town, arriving([[single, 2]])],
    [town, arriving([[student, 99]], "school")],
    [
      neighbour,
      arriving([
        [people.stranger, 2],
        [people.strangerChild, 20],
      ]),
    ],
  ] as const;
  for (const [place, [county, act]] of acts.entries()) {
    const { ids } = perform(memory, county, act, "2020-06-01");
    const { kind } = await doAct(withKeys(register, ids), county, act, `town ${place}`);
    if (kind !== "done") throw new Error(`the town is not settled: ${kind}`);
  }
  return memory;
}
