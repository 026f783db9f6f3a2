import { PageHeading } from "../staff/heading.tsx";
import { useStaff } from "../staff/use-staff.tsx";

export function NothingPage() {
  const { t } = useStaff();
  const [title, detail] = t.problems["404"];
  return (
    <>
      <PageHeading>{title}</PageHeading>
      <p className="lead">{detail}</p>
      <p>
        <a href="#/">{t.home}</a>
      </p>
    </>
  );
}
