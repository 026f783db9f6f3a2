import { Alert, Button } from "antd";
import { useEffect, useState } from "react";
import { signInAddress } from "./sign-in-address.ts";
import { useStaff } from "./use-staff.tsx";

const warnFrom = 5;

/** Warns in the last minutes of a session; a word with the server keeps it going. */
export function SessionClock({ onStay }: { readonly onStay: () => void }) {
  const { session, t } = useStaff();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.ceil((Date.parse(session.expires) - now) / 60_000);
  if (Number.isNaN(minutes) || minutes > warnFrom) return null;
  return (
    <Alert
      type="warning"
      role="alert"
      showIcon
      title={minutes <= 0 ? t.ended : t.sessionEnds(minutes)}
      action={
        minutes <= 0 ? (
          <SignInLink />
        ) : (
          <Button
            size="small"
            onClick={() => {
              onStay();
              setNow(Date.now());
            }}
          >
            {t.staySignedIn}
          </Button>
        )
      }
    />
  );
}

function SignInLink() {
  const { t } = useStaff();
  return <a href={signInAddress()}>{t.signIn}</a>;
}
