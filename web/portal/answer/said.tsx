import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Opener } from "../../ui/opener.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import { Block } from "./block.tsx";
import { listSaid } from "./list-said.ts";
import { useAsk } from "./use-ask.ts";

/** Everything the person told, each with a way to change it. */
export function Said() {
  const { m, say } = useSpeech();
  const { pack, journey } = usePortal();
  const count = listSaid(pack, journey, m, say).length;
  return (
    <Block title={m.said.title}>
      {count <= shortList ? (
        <SaidList />
      ) : (
        <Opener summary={m.said.count(count)}>
          <SaidList />
        </Opener>
      )}
    </Block>
  );
}

const shortList = 6;

export function SaidList() {
  const { m, say } = useSpeech();
  const { pack, journey, go } = usePortal();
  const ask = useAsk();
  return (
    <dl className="said">
      {listSaid(pack, journey, m, say).map(({ key, label, value, edit }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {edit === undefined ? null : (
            <dd>
              <Button
                look="link"
                label={m.said.editWhat(label)}
                onPress={() =>
                  edit.page === "question"
                    ? ask(key)
                    : go({ page: edit.page }, { aside: { thenAnswer: true } })
                }
              >
                {m.said.edit}
              </Button>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
