import { Icon } from "../../ui/icon.tsx";

type Row = {
  readonly key: string;
  readonly title: string;
  readonly note?: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
};

/** A register's index: ruled lines, one place a line. */
export function PlaceRows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ul className="index">
      {rows.map(({ key, title, note, chosen, onChoose }) => (
        <li key={key}>
          <button type="button" className="index-row" aria-pressed={chosen} onClick={onChoose}>
            <span className="index-title">{title}</span>
            {note === undefined ? null : <span className="index-note">{note}</span>}
            <Icon name={chosen ? "yes" : "turn"} size={1} />
          </button>
        </li>
      ))}
    </ul>
  );
}
