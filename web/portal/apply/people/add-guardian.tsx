import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import type { Guardian } from "../draft/draft.ts";
import { numberFault, readNumber } from "../draft/faults.ts";
import { TextField } from "../fields/text-field.tsx";
import { useApplyWords } from "../use-words.ts";

type AddGuardianProps = {
  readonly id: string;
  readonly onAdd: (guardian: Guardian | null) => void;
};

/** A guardian who is neither of the household nor of the application, by number and name. */
export function AddGuardian({ id, onAdd }: AddGuardianProps) {
  const { people: words } = useApplyWords();
  const { today } = usePortal();
  const [typed, setTyped] = useState({ number: "", name: "" });
  const [tried, setTried] = useState(false);
  const number = readNumber(typed.number);
  const wrong = numberFault(number, today);
  const nameless = typed.name.trim() === "";
  const add = () => {
    setTried(true);
    if (wrong !== undefined) return document.getElementById(`${id}-number`)?.focus();
    if (nameless) return document.getElementById(`${id}-name`)?.focus();
    return onAdd({ citizen: number, name: typed.name.trim() });
  };
  return (
    <div className="apply-part">
      <TextField
        id={`${id}-number`}
        label={words.add.number}
        hint={words.add.numberHint}
        maxLength={24}
        value={typed.number}
        fault={tried && wrong !== undefined ? words.add.faults[wrong] : null}
        onChange={(value) => setTyped({ ...typed, number: value })}
      />
      <TextField
        id={`${id}-name`}
        label={words.add.name}
        hint={words.add.nameHint}
        isName
        maxLength={100}
        value={typed.name}
        fault={tried && nameless ? words.add.faults.name : null}
        onChange={(name) => setTyped({ ...typed, name })}
      />
      <div className="actions">
        <Button look="quiet" onPress={add}>
          {words.add.button}
        </Button>
        <Button look="link" onPress={() => onAdd(null)}>
          {words.add.leave}
        </Button>
      </div>
    </div>
  );
}
