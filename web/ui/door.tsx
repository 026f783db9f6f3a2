import type { Outcome } from "../../src/policy/browser.ts";

/** The answer as a door: open, closed, ajar with a question, or with a hand-written direction. */
export function Door({ outcome }: { readonly outcome: Outcome }) {
  return (
    <svg
      className="door"
      data-outcome={outcome}
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 96 96"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M6 38C24 34.5 39 25.5 48 11c9 14.5 24 23.5 42 27" />
      <path d="M18 45v39M78 45v39M6 84h84" />
      <DoorWay outcome={outcome} />
    </svg>
  );
}

function DoorWay({ outcome }: { readonly outcome: Outcome }) {
  if (outcome === "granted") {
    return (
      <>
        <path className="door-light" d="M36 84V46h24v38l9 9H27z" />
        <path d="M36 84V46h24v38" />
        <path d="M36 46 27 51.5V90l9-6z" className="door-leaf" />
        <path d="m42.5 66.5 4.5 5 8.5-11" />
      </>
    );
  }
  if (outcome === "refused") {
    return (
      <>
        <path d="M36 84V46h24v38z" className="door-leaf" />
        <path d="m43 60 10 10M53 60 43 70" />
      </>
    );
  }
  if (outcome === "refer") {
    return (
      <>
        <path d="M36 84V46h24v38" className="door-leaf" />
        <circle cx="48" cy="58.5" r="4.5" />
        <path d="M39.5 78c.6-6.5 3.8-9.5 8.5-9.5s7.9 3 8.5 9.5" />
      </>
    );
  }
  return (
    <>
      <path className="door-light" d="M53 84V49.5L60 46v38l4 7H50z" />
      <path d="M36 84V46h24v38" />
      <path d="M36 46l17 5v36.5L36 84z" className="door-leaf" />
      <path d="M41 60.5c0-2.8 1.7-4 3.6-3.7 1.9.3 3.3 2 3.3 4.3 0 3.2-3.2 3.2-3.2 6.2M44.7 72.8v.2" />
    </>
  );
}
