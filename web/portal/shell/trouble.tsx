import { Component, type ReactNode } from "react";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Opener } from "../../ui/opener.tsx";
import { PageHeading } from "./heading.tsx";

type TroublePageProps = { readonly details: string; readonly onRestart: () => void };

export function TroublePage({ details, onRestart }: TroublePageProps) {
  const { m } = useSpeech();
  return (
    <div className="page">
      <PageHeading>{m.trouble.title}</PageHeading>
      <p>{m.trouble.text}</p>
      <div className="actions">
        <Button onPress={onRestart}>{m.trouble.restart}</Button>
      </div>
      <Opener look="link" summary={m.trouble.details}>
        <pre className="details-text">{details}</pre>
      </Opener>
    </div>
  );
}

type BoundaryProps = { readonly children: ReactNode; readonly onRestart: () => void };

/** React catches a page's bug only with a class. */
export class TroubleBoundary extends Component<BoundaryProps, { readonly error: Error | null }> {
  override state = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render(): ReactNode {
    const { error }: { readonly error: Error | null } = this.state;
    if (error === null) return this.props.children;
    const restart = () => {
      this.setState({ error: null });
      this.props.onRestart();
    };
    return <TroublePage details={String(error)} onRestart={restart} />;
  }
}
