/** Roof, door ajar, threshold: light falls out over the step of a house one may enter. */
export function Mark({ size = 2 }: { readonly size?: number }) {
  return (
    <svg
      className="mark"
      aria-hidden="true"
      focusable="false"
      width={`${size}rem`}
      height={`${size}rem`}
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M4 20.5c8.5-1.6 15.6-6 20-13 4.4 7 11.5 11.4 20 13" />
      <path d="M10.5 24v17M37.5 24v17" />
      <path d="M19 41V26.5h10V41" className="mark-door" />
      <path d="M4 41h40" />
      <path d="M19 41V26.5l6.5 3V44z" className="mark-leaf" />
    </svg>
  );
}
