import { useSpeech } from "../../i18n/use-messages.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import { Block } from "./block.tsx";

/** Schooling and the like are not the police's to decide. */
const elsewhere = ["benefits", "exam"];

export function RemedyBlock() {
  const { m } = useSpeech();
  const { journey } = usePortal();
  const { title, police, other } = m.answer.remedy;
  return (
    <Block title={title}>
      <p>{elsewhere.includes(journey.service ?? "") ? other : police}</p>
    </Block>
  );
}
