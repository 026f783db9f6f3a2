import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Block } from "../../answer/block.tsx";
import { PageHeading } from "../../shell/heading.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { useLabels } from "../use-labels.ts";
import { useMy } from "../use-my.tsx";
import { useWords } from "../use-words.ts";
import { Correction } from "./correction.tsx";
import { History } from "./history.tsx";
import { ParticularsList } from "./particulars.tsx";
import { RecordSheet } from "./record-sheet.tsx";
import { Registrations } from "./registrations.tsx";
import { saveRecord } from "./save-record.ts";

/** What the register holds about the person who is signed in: what, since when, why, and what to do if it is wrong. */
export function RecordPage() {
  const { record: words } = useWords();
  const { m } = useSpeech();
  const { today } = usePortal();
  const labels = useLabels();
  const { record } = useMy();
  return (
    <div className="page my-record">
      <PageHeading>{words.title}</PageHeading>
      <p className="hint">{words.lead(labels.county(record.county))}</p>
      {record.died === null ? null : (
        <Notice icon="paper">
          <p>{words.died(m.day(record.died))}</p>
        </Notice>
      )}
      <Block title={words.particulars}>
        <ParticularsList />
        <p className="hint">{words.kept}</p>
      </Block>
      <div className="actions">
        <Button look="quiet" onPress={() => window.print()}>
          <Icon name="print" />
          {words.print}
        </Button>
        <Button look="quiet" onPress={() => saveRecord(record, today)}>
          <Icon name="save" />
          {words.save}
        </Button>
      </div>
      <Block title={words.registrations.title} hint={words.registrations.note}>
        <Registrations />
      </Block>
      <Block title={words.correct.title}>
        <Correction />
      </Block>
      <Block title={words.history.title} hint={words.history.note}>
        <History />
      </Block>
      <RecordSheet />
    </div>
  );
}
