import { ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { useCallback, useMemo, useState, type ReactNode } from "react";
import { usePreferences } from "../portal/shell/preferences.ts";
import { callApi, type CallOptions } from "./api.ts";
import { DoorPage } from "./door-page.tsx";
import { keepPurpose, readPurpose, type Purpose } from "./purpose.ts";
import type { StaffRole } from "./session.ts";
import { Shell, type Place } from "./shell.tsx";
import { useTheme } from "./theme.ts";
import { useSession } from "./use-session.ts";
import { StandardsProvider } from "./use-standards.tsx";
import { StaffContext, staffCatalogues, type Staff } from "./use-staff.tsx";
import type { Locale, Text } from "../../src/policy/browser.ts";

type StaffAppProps = {
  readonly title: Text;
  /** Who uses this face; anyone else is told so. */
  readonly roles: readonly StaffRole[];
  readonly places: (staff: Staff) => readonly Place[];
  readonly children: ReactNode;
};

/** antd injects its styles; the page's policy lets those with this number in. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
const kits: Readonly<Record<Locale, typeof enUS>> = { "zh-CN": zhCN, en: enUS };

/** The desk or the console, around its own pages: language, session, purpose, colours. */
export function StaffApp({ title, roles, places, children }: StaffAppProps) {
  const { locale, chooseLocale } = usePreferences();
  const theme = useTheme();
  const { signedIn, ask } = useSession(locale);
  const [purpose, setPurpose] = useState(readPurpose);
  const changePurpose = useCallback((next: Purpose | null) => {
    keepPurpose(next);
    setPurpose(next);
  }, []);
  const session = signedIn.state === "in" ? signedIn.session : null;
  const csrf = session?.csrf ?? null;
  const call = useCallback(
    async <T,>(path: string, options: CallOptions = {}) => {
      const answer = await callApi<T>(path, { ...options, locale, purpose, csrf });
      if (!answer.ok && answer.problem.status === 401) ask();
      return answer;
    },
    [locale, purpose, csrf, ask],
  );
  const staff = useMemo((): Staff | null => {
    if (session === null) return null;
    const t = staffCatalogues[locale];
    const county = session.counties[0] ?? null;
    const say = (text: Text) => text[locale];
    return { locale, t, say, session, county, purpose, changePurpose, call };
  }, [session, locale, purpose, changePurpose, call]);
  return (
    <ConfigProvider
      locale={kits[locale]}
      theme={theme}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
    >
      {staff === null || !roles.some((role) => role === staff.session.role) ? (
        <DoorPage
          title={title[locale]}
          t={staffCatalogues[locale]}
          locale={locale}
          signedIn={signedIn}
          onAgain={ask}
          onLocale={() => chooseLocale(locale === "en" ? "zh-CN" : "en")}
        />
      ) : (
        <StaffContext value={staff}>
          <StandardsProvider>
            <Shell
              title={title[locale]}
              places={places(staff)}
              onLocale={() => chooseLocale(locale === "en" ? "zh-CN" : "en")}
              onStay={ask}
            >
              {children}
            </Shell>
          </StandardsProvider>
        </StaffContext>
      )}
    </ConfigProvider>
  );
}
