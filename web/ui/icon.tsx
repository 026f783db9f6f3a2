import type { ReactNode } from "react";

/** Drawn by hand on a grid of 24, one stroke width, so that they sit quietly beside the text. */
const drawings = {
  yes: <path d="M4.5 12.8 9.6 18 19.5 6.5" />,
  no: <path d="M6 6l12 12M18 6 6 18" />,
  ask: (
    <>
      <path d="M8 8.6C8 6.3 9.7 4.8 12 4.8s4.1 1.4 4.1 3.6c0 2.9-4 3.2-4 6" />
      <path d="M12.1 18.9v.2" />
    </>
  ),
  turn: <path d="M9 5.5 15.5 12 9 18.5" />,
  back: <path d="M15 5.5 8.5 12l6.5 6.5" />,
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6" />
      <path d="m15.2 15.2 5 5" />
    </>
  ),
  print: (
    <>
      <path d="M7 9V3.8h10V9M7 17H4.2V9h15.6v8H17" />
      <path d="M7 13.8h10v6.4H7z" />
    </>
  ),
  again: <path d="M5.2 9.2A7.4 7.4 0 1 1 4.7 13M4.6 4.4v5h5" />,
  lock: (
    <>
      <path d="M5 10.8h14v9.4H5z" />
      <path d="M8.2 10.8V7.6a3.8 3.8 0 0 1 7.6 0v3.2" />
    </>
  ),
  paper: (
    <>
      <path d="M6 3.8h8.2L18.4 8v12.2H6z" />
      <path d="M14 4v4.2h4.2M9 12.5h6.4M9 16h6.4" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.2" />
      <path d="M12 7.2V12l3.4 2.2" />
    </>
  ),
  clerk: (
    <>
      <circle cx="12" cy="7.6" r="3.6" />
      <path d="M4.8 20.2c.5-4.2 3.4-6.6 7.2-6.6s6.7 2.4 7.2 6.6" />
    </>
  ),
  warning: (
    <>
      <path d="M12 4 2.9 20h18.2z" />
      <path d="M12 10v4.6M12 17.3v.2" />
    </>
  ),
  edit: <path d="m5 19 .9-4L16 4.9l3.1 3.1L9 18.1zM13.6 7.3l3.1 3.1" />,
  skip: <path d="M5 12h13M13 6.5l5.5 5.5-5.5 5.5" />,
  text: <path d="M2.8 19 8.4 5h.9L15 19M4.9 14.2h8M15.5 19l3.1-8h.6l3 8M16.7 16.2h4.4" />,
  house: (
    <path d="M3.6 11.4C7 10.6 9.8 8.6 12 5.2c2.2 3.4 5 5.4 8.4 6.2M6.2 12v8h11.6v-8M10 20v-5.6h4V20" />
  ),
  card: (
    <>
      <path d="M3.6 6h16.8v12.4H3.6z" />
      <circle cx="8.6" cy="11" r="2" />
      <path d="M5.8 15.6c.5-1.4 1.5-2 2.8-2s2.3.6 2.8 2M14 10.2h3.8M14 13.8h3.8" />
    </>
  ),
  hands: (
    <path d="M12 20.2S4.2 15.7 4.2 9.9c0-2.5 1.8-4.3 4-4.3 1.6 0 3 .9 3.8 2.5.8-1.6 2.2-2.5 3.8-2.5 2.2 0 4 1.8 4 4.3 0 5.8-7.8 10.3-7.8 10.3z" />
  ),
  book: (
    <path d="M12 6.6C9.8 5.2 7 4.7 3.8 5v13c3.2-.3 6 .2 8.2 1.6 2.2-1.4 5-1.9 8.2-1.6V5C17 4.7 14.2 5.2 12 6.6zm0 0v13" />
  ),
  seedling: (
    <path d="M12 20v-8M12 13C12 9.2 9.4 6.8 5 6.6 5 11 7.6 13 12 13zM12 11c0-3.6 2.4-6 7-6.2C19 9 16.4 11 12 11z" />
  ),
  scales: <path d="M4 7.4h16M12 4v16M8 20h8M6.4 7.6 3.6 14h5.6zM17.6 7.6 14.8 14h5.6z" />,
  save: <path d="M12 4v11M7.4 10.8 12 15.4l4.6-4.6M4.6 16.4v3.4h14.8v-3.4" />,
  open: <path d="M3.6 19.4V5h6l2 2.6h8v3M3.6 19.4 6.6 10.6h14.6l-2.8 8.8z" />,
  link: (
    <path d="M10.2 13.8a3.8 3.8 0 0 0 5.4 0l3-3a3.8 3.8 0 0 0-5.4-5.4l-1.2 1.2M13.8 10.2a3.8 3.8 0 0 0-5.4 0l-3 3a3.8 3.8 0 0 0 5.4 5.4l1.2-1.2" />
  ),
  dot: <circle cx="12" cy="12" r="3.2" fill="currentColor" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** Those that point on or back turn round with the page. */
const directional: readonly IconName[] = ["turn", "back", "skip"];

/** Decoration beside words: hidden from screen readers, which read the words. */
export function Icon({ name, size = 1.222 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className={directional.includes(name) ? "directional" : undefined}
      aria-hidden="true"
      focusable="false"
      width={`${size}em`}
      height={`${size}em`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {drawings[name]}
    </svg>
  );
}
