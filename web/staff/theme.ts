import { theme, type ThemeConfig } from "antd";
import { useSyncExternalStore } from "react";

const dark = "(prefers-color-scheme: dark)";

/** antd in the colours of web/ui/tokens.css, read from the page so that they stand in one place. */
function readTheme(isDark: boolean): ThemeConfig {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: "luohu" },
    hashed: false,
    token: {
      colorPrimary: read("--accent"),
      colorLink: read("--accent"),
      colorInfo: read("--refer"),
      colorSuccess: read("--granted"),
      colorWarning: read("--unknown"),
      colorError: read("--refused"),
      colorText: read("--ink"),
      colorTextSecondary: read("--ink-soft"),
      colorTextTertiary: read("--ink-soft"),
      colorTextDescription: read("--ink-soft"),
      colorTextPlaceholder: read("--ink-soft"),
      colorTextHeading: read("--ink"),
      colorBgBase: read("--paper-raised"),
      colorBgContainer: read("--paper-raised"),
      colorBgLayout: read("--paper"),
      colorBorder: read("--line-strong"),
      colorBorderSecondary: read("--line"),
      colorTextLightSolid: read("--on-accent"),
      colorSuccessBg: read("--granted-wash"),
      colorSuccessBorder: read("--granted-line"),
      colorWarningBg: read("--unknown-wash"),
      colorWarningBorder: read("--unknown-line"),
      colorErrorBg: read("--refused-wash"),
      colorErrorBorder: read("--refused-line"),
      colorInfoBg: read("--refer-wash"),
      colorInfoBorder: read("--refer-line"),
      fontFamily: read("--font-text"),
      fontSize: 16,
      fontSizeSM: 14,
      borderRadius: 6,
      controlHeight: 40,
      motion: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
    },
  };
}

const themes = new Map<boolean, ThemeConfig>();

export function useTheme(): ThemeConfig {
  const isDark = useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(dark);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => window.matchMedia(dark).matches,
  );
  const known = themes.get(isDark);
  if (known !== undefined) return known;
  const made = readTheme(isDark);
  themes.set(isDark, made);
  return made;
}
