type BarsProps = {
  readonly bars: readonly {
    readonly key: string;
    readonly label: string;
    readonly count: number;
    /** The number in words. */
    readonly text: string;
  }[];
};

/** Counts side by side: a bar for the eye, a number for everyone. */
export function Bars({ bars }: BarsProps) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul className="counts">
      {bars.map(({ key, label, count, text }) => (
        <li key={key}>
          <span>{label}</span>
          <span className="counts-bar" aria-hidden="true">
            <span style={{ inlineSize: `${(count / most) * 100}%` }} />
          </span>
          <span className="counts-number">{text}</span>
        </li>
      ))}
    </ul>
  );
}
