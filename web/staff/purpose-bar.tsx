import { useStaff } from "./use-staff.tsx";

/** Says all along what the clerk is looking for, and that the person will see it. */
export function PurposeBar() {
  const { t, purpose } = useStaff();
  if (purpose === null) return null;
  const words = t.purpose;
  return (
    <div className="purpose-bar">
      <span>{words.now(words.codes[purpose.code] ?? purpose.code, purpose.reference)}</span>
      <span className="purpose-seen">{words.seen}</span>
      <a href="#/purpose">{words.change}</a>
    </div>
  );
}
