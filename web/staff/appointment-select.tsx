import { usePlaceName } from "./use-standards.tsx";
import { useStaff } from "./use-staff.tsx";

/** Acts in another of one's own appointments; shown to those who have more than one. */
export function AppointmentSelect({ onChosen }: { readonly onChosen: () => void }) {
  const { t, session, call, changePurpose } = useStaff();
  const placeName = usePlaceName();
  if (session.appointments.length < 2) return null;
  const choose = async (appointment: string) => {
    const answer = await call("/api/session/role", { method: "POST", body: { appointment } });
    if (!answer.ok) return;
    // Another task, another purpose.
    changePurpose(null);
    onChosen();
  };
  return (
    <select
      aria-label={t.appointment}
      className="appointment"
      value={session.acting ?? ""}
      onChange={(event) => void choose(event.target.value)}
    >
      {session.appointments.map(({ id, role, counties }) => (
        <option key={id} value={id}>
          {[t.roles[role] ?? role, ...counties.map(placeName)].join(" · ")}
        </option>
      ))}
    </select>
  );
}
