import { purposeLabels } from "../../src/platform/auth/contract.ts";
import { useStaff } from "./use-staff.tsx";

/** Says all along what the clerk is looking for, and that the person will see it. */
export function PurposeBar() {
  const { t, say, purpose } = useStaff();
  if (purpose === null) return null;
  const words = t.purpose;
  const label = Object.entries(purposeLabels).find(([code]) => code === purpose.code)?.[1];
  return (
    <aside className="purpose-bar" aria-label={words.code}>
      <span>{words.now(label === undefined ? purpose.code : say(label), purpose.reference)}</span>
      <span className="purpose-seen">{words.seen}</span>
      <a href="#/purpose">{words.change}</a>
    </aside>
  );
}
