import { TextField } from "../../act/fields/text-field.tsx";
import { Group } from "../../act/fields/group.tsx";
import { readDay } from "../../shared/day.ts";
import { useDesk } from "../../use-desk.tsx";
import { type Advice, useCaseWork } from "../case-work.ts";
import { ClauseTag } from "../clause-tag.tsx";
import { StepForm } from "../step-form.tsx";
import { usePreview } from "../use-preview.ts";
import { useStepDraft } from "../use-step-draft.ts";
import { WordsField } from "./plain-panels.tsx";
import { isClear, PreviewPane } from "./preview-pane.tsx";

type Item = { readonly key: string; readonly on: string; readonly why: string };

type Missing = Advice["missing"][number];

/** All that is missing is told at once; after a first notice or acceptance only what arose since. */
export function ReturnPanel() {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const { draft, change, form } = useStepDraft<readonly Item[]>("return", () =>
    (seen.advice?.missing ?? []).map(({ key }) => ({ key, on: "", why: "" })),
  );
  const words = d.case.panel;
  const accepted = seen.stage !== "submitted";
  const told = new Set((seen.notice?.missing ?? []).map(({ key }) => key));
  const arises = ({ key }: Pick<Item, "key">) =>
    accepted || (seen.notice !== null && !told.has(key));
  const faults = new Map([
    ...(draft.length === 0 ? [["items", words.pickOne] as const] : []),
    ...draft
      .filter(arises)
      .flatMap(({ key, on, why }) => [
        ...(readDay(on) === undefined ? [[`${key}.on`, words.wrongDay] as const] : []),
        ...(why.trim() === "" ? [[`${key}.why`, words.required] as const] : []),
      ]),
  ]);
  const missing = draft.map((item) => ({
    key: item.key,
    arisen: arises(item) ? { on: readDay(item.on) ?? "", why: item.why.trim() } : null,
  }));
  const body = faults.size > 0 ? null : ({ do: "return", missing } as const);
  const preview = usePreview(body);
  const toggle = (key: string, chosen: boolean) =>
    change(
      chosen ? [...draft, { key, on: "", why: "" }] : draft.filter((item) => item.key !== key),
    );
  const list = (items: readonly Missing[]) =>
    items.map((item) => {
      const chosen = draft.find(({ key }) => key === item.key);
      return (
        <ItemLine
          key={item.key}
          item={item}
          chosen={chosen}
          arises={chosen !== undefined && arises(chosen)}
          onToggle={(on) => toggle(item.key, on)}
          onChange={(next) => change(draft.map((each) => (each.key === next.key ? next : each)))}
        />
      );
    });
  const { missing: wanted = [], askable = [] } = seen.advice ?? {};
  return (
    <StepForm
      {...form}
      body={body}
      faults={faults}
      ready={isClear(preview)}
      aside={<PreviewPane preview={preview} />}
      {...(accepted || seen.notice !== null ? { lead: words.arisenLead } : {})}
    >
      <Group legend={words.missing} path="items">
        {wanted.length === 0 ? <p className="hint">{d.none}</p> : list(wanted)}
      </Group>
      <Group legend={words.more}>{list(askable)}</Group>
    </StepForm>
  );
}

type ItemLineProps = {
  readonly item: Missing;
  readonly chosen: Item | undefined;
  readonly arises: boolean;
  readonly onToggle: (chosen: boolean) => void;
  readonly onChange: (next: Item) => void;
};

function ItemLine({ item, chosen, arises, onToggle, onChange }: ItemLineProps) {
  const { d, say } = useDesk();
  const words = d.case.panel;
  return (
    <div className="item-line">
      <label className="check">
        <input
          type="checkbox"
          checked={chosen !== undefined}
          onChange={(event) => onToggle(event.target.checked)}
        />
        <span>
          {say(item.label)} <ClauseTag clause={item.clause} />
          {item.notFetched === null ? null : <span className="soft">{say(item.notFetched)}</span>}
        </span>
      </label>
      {chosen !== undefined && arises ? (
        <div className="item-arisen">
          <TextField
            path={`${item.key}.on`}
            label={words.arisenOn}
            maxLength={20}
            value={chosen.on}
            onChange={(on) => onChange({ ...chosen, on })}
          />
          <WordsField
            path={`${item.key}.why`}
            label={words.arisenWhy}
            value={chosen.why}
            onChange={(why) => onChange({ ...chosen, why })}
          />
        </div>
      ) : null}
    </div>
  );
}
