import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import type { Added } from "../draft/draft.ts";
import { otherTies } from "../draft/kin.ts";
import { DayField } from "../fields/day-field.tsx";
import { EitherField } from "../fields/either-field.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import { useApplyWords } from "../use-words.ts";
import type { PeoplePartProps } from "./people-part.tsx";
import { addedPerson, emptyTyped, personFault } from "./typed-person.ts";

type AddPersonProps = PeoplePartProps & {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onAdd: (added: Added) => void;
};

/** Someone of the family who is not in the household: by number and name, or by particulars where there is no number. */
export function AddPerson({ draft, self, open, onOpen, onAdd }: AddPersonProps) {
  const { people: words } = useApplyWords();
  const { today } = usePortal();
  const [typed, setTyped] = useState(emptyTyped);
  const [tried, setTried] = useState(false);
  if (!open)
    return (
      <Button look="quiet" onPress={() => onOpen(true)}>
        {words.add.open}
      </Button>
    );
  const fault = personFault(typed, draft, today);
  const faultAt = (at: string) => (tried && fault?.at === at ? words.add.faults[fault.code] : null);
  const text = (at: "number" | "name" | "place") => ({
    id: `add-${at}`,
    label: words.add[at],
    maxLength: at === "number" ? 24 : 100,
    value: typed[at],
    fault: faultAt(at),
    onChange: (value: string) => setTyped({ ...typed, [at]: value }),
  });
  const close = () => {
    setTyped(emptyTyped);
    setTried(false);
  };
  const add = () => {
    setTried(true);
    if (fault === undefined) {
      onAdd(addedPerson(typed, self, today));
      close();
    } else
      document.getElementById(fault.at === "born" ? "add-born-year" : `add-${fault.at}`)?.focus();
  };
  return (
    <div className="apply-card">
      <EitherField
        name="add-which"
        legend={words.add.which}
        options={[
          ["numbered", words.add.numbered],
          ["unnumbered", words.add.unnumbered],
        ]}
        value={typed.which}
        onChange={(which) => setTyped({ ...typed, which })}
      />
      {typed.which === "numbered" ? (
        <TextField {...text("number")} hint={words.add.numberHint} />
      ) : null}
      <TextField {...text("name")} hint={words.add.nameHint} isName />
      <SelectField
        id="add-tie"
        label={words.add.tie}
        empty={words.choose}
        options={otherTies.map((tie) => [tie, words.ties[tie]])}
        value={typed.tie}
        fault={faultAt("tie")}
        onChange={(value) =>
          setTyped({ ...typed, tie: otherTies.find((tie) => tie === value) ?? "" })
        }
      />
      {typed.which === "numbered" ? (
        <TextField {...text("place")} hint={words.add.placeHint} />
      ) : (
        <>
          <DayField
            id="add-born"
            label={words.add.born}
            latest={today}
            value={typed.born}
            fault={faultAt("born")}
            onChange={(born) => setTyped((before) => ({ ...before, born }))}
          />
          <SelectField
            id="add-sex"
            label={words.add.sex}
            empty={words.choose}
            options={[
              ["2", words.add.sexes.female],
              ["1", words.add.sexes.male],
            ]}
            value={typed.sex}
            fault={faultAt("sex")}
            onChange={(sex) => setTyped({ ...typed, sex })}
          />
        </>
      )}
      <div className="actions">
        <Button onPress={add}>{words.add.button}</Button>
        <Button
          look="link"
          onPress={() => {
            close();
            onOpen(false);
          }}
        >
          {words.add.leave}
        </Button>
      </div>
    </div>
  );
}
