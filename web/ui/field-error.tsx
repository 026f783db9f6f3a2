import { Icon } from "./icon.tsx";

/** What is wrong with a field and what to do; the field names it with aria-describedby. */
export function FieldError({ id, text }: { readonly id: string; readonly text: string | null }) {
  return (
    <div id={id} role="alert">
      {text === null ? null : (
        <p className="field-error">
          <Icon name="warning" />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}
