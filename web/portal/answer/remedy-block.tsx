import { useSpeech } from "../../i18n/use-messages.tsx";
import { Block } from "./block.tsx";

export function RemedyBlock() {
  const { m } = useSpeech();
  return (
    <Block title={m.answer.remedy.title}>
      <p>{m.answer.remedy.text}</p>
    </Block>
  );
}
