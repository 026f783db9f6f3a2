import { useState } from "react";
import { AskDialog } from "../../../ui/ask-dialog.tsx";
import { Block } from "../../answer/block.tsx";
import { StepButton, StepFault } from "./step-button.tsx";
import { toTop, useCase } from "./use-case.tsx";
import { useCaseWords } from "./use-case-words.ts";

/** Taking the application back, which is asked once more: it cannot be taken up again. */
export function Withdraw() {
  const { withdraw: words } = useCaseWords();
  const { seen, take } = useCase();
  const [isAsking, setAsking] = useState(false);
  if (!seen.allowed.includes("withdraw")) return null;
  const withdraw = () => {
    setAsking(false);
    void take("withdraw", { do: "withdraw" }).then((isTaken) => (isTaken ? toTop() : undefined));
  };
  return (
    <Block title={words.title} hint={words.lead}>
      <StepFault name="withdraw" />
      <div className="actions">
        <StepButton name="withdraw" look="quiet" onPress={() => setAsking(true)}>
          {words.button}
        </StepButton>
      </div>
      {isAsking ? (
        <AskDialog {...words.ask} onYes={withdraw} onNo={() => setAsking(false)} />
      ) : null}
    </Block>
  );
}
