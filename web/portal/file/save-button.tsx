import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { nameFile, writeFile } from "../journey/saved-file.ts";
import { usePortal } from "../shell/use-portal.tsx";

/** Written on the device and handed to the browser's own download: nothing goes over the network. */
export function SaveButton() {
  const { m } = useSpeech();
  const { journey, today } = usePortal();
  const save = () => {
    const text = writeFile(journey, today);
    if (text === undefined) return;
    saveFile(nameFile(today), "application/json", text);
  };
  return (
    <Button look="quiet" onPress={save}>
      <Icon name="save" />
      {m.file.save}
    </Button>
  );
}
