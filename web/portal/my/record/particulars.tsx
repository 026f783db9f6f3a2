import { useState } from "react";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Button } from "../../../ui/button.tsx";
import { particularNames } from "../messages.ts";
import { useWords } from "../use-words.ts";
import { useDescribe } from "./use-describe.ts";

/** Everything that the register has of a person, one under another. */
export function ParticularsList() {
  const { record: words } = useWords();
  const describe = useDescribe();
  return (
    <dl className="facts">
      {particularNames.map((name) => {
        const value = describe(name);
        return value === null && name === "nameHan" ? null : (
          <div key={name}>
            <dt>{words.names[name]}</dt>
            {name === "idNumber" && value !== null ? (
              <IdNumber value={value} />
            ) : (
              <dd>
                {value === null ? (
                  <span className="soft">{missing(name, words)}</span>
                ) : (
                  <bdi className="name">{value}</bdi>
                )}
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}

const missing = (name: string, words: { readonly none: string; readonly noNumber: string }) =>
  name === "idNumber" ? words.noNumber : words.none;

/** Covered at first: others may look at a screen. */
function IdNumber({ value }: { readonly value: string }) {
  const { record: words } = useWords();
  const { m } = useSpeech();
  const [open, setOpen] = useState(false);
  return (
    <dd className="id-number">
      <span>{open ? value : `${"*".repeat(14)}${value.slice(-4)}`}</span>
      <Button
        look="link"
        label={m.labelled(words.names.idNumber, open ? words.hide : words.show)}
        onPress={() => setOpen(!open)}
      >
        {open ? words.hide : words.show}
      </Button>
    </dd>
  );
}
