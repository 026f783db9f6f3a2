import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { usePortal } from "./use-portal.tsx";

/** Says where the answers are kept and how to be rid of them. */
export function KeptNotice() {
  const { m } = useSpeech();
  const { askErase } = usePortal();
  return (
    <p className="kept">
      <Icon name="lock" size={1} />
      <span>
        {m.kept.text}
        <Button look="link" onPress={askErase}>
          {m.kept.erase}
        </Button>
      </span>
    </p>
  );
}
