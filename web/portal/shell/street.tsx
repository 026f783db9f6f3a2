/** A street at the foot of the mountains in the early morning; one door stands open. */
export function Street() {
  return (
    <svg
      className="street"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 720 200"
      fill="none"
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <circle className="street-sun" cx="566" cy="58" r="24" />
      <g className="street-far">
        <path d="M0 128 62 92l34 18 58-58 42 40 30-22 66 62 44-30 50 34 62-74 40 46 36-26 52 44 44-34 40 32 60-20" />
        <path d="m136 70 18-18 20 20-12 8-10-6z" className="street-snow" />
        <path d="m431 78 17-20 17 20-10 6-10-5z" className="street-snow" />
      </g>
      <g className="street-near">
        <path d="M24 176v-40l38-22 38 22v40M24 136h76" />
        <path d="M50 176v-24h22v24M112 176v-62h70v62M104 114h86M128 130h14v16h-14zM154 130h14v16h-14z" />
        <path d="M198 176v-34l30-18 30 18v34M216 152h24v12h-24z" />
        <path d="M448 176v-52h92v52M440 124h108M462 138h18v18h-18zM508 138h18v18h-18z" />
        <path d="M556 176v-44l34-20 34 20v44M580 176v-26h20v26" />
        <path d="M640 176v-30h56v30M634 146h68M658 176v-18h18v18" />
      </g>
      <g className="street-tree">
        <path d="M418 176v-36M418 152l-10-10M418 146l9-9" />
        <path d="M418 90c-13 6-18 22-17 34 1 10 8 17 17 17s16-7 17-17c1-12-4-28-17-34z" />
        <path d="M280 176v-30" />
        <path d="M280 104c-10 5-14 17-13 26 1 9 6 15 13 15s12-6 13-15c1-9-3-21-13-26z" />
      </g>
      <g className="street-house">
        <path className="street-wall" d="M312 176v-62h84v62z" />
        <path d="M300 116c22-4 40-16 54-36 14 20 32 32 54 36" />
        <path d="M312 116v60M396 116v60" />
        <path className="street-light" d="M340 176v-42h28v42l16 16h-60z" />
        <path d="M340 176v-42h28v42" />
        <path className="street-leaf" d="m340 134-12 7v41l12-6z" />
      </g>
      <path className="street-ground" d="M0 176h324M384 176h336" />
    </svg>
  );
}
