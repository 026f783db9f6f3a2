import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { Route } from "./route.ts";
import { usePortal } from "./use-portal.tsx";

export function BackLink({ to }: { readonly to: Route }) {
  const { m } = useSpeech();
  const { go } = usePortal();
  return (
    <nav className="back" aria-label={m.back}>
      <Button look="link" onPress={() => go(to)}>
        <Icon name="back" size={1} />
        {m.back}
      </Button>
    </nav>
  );
}
