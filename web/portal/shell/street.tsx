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
        <path d="m439 75 9-11 13 15-8 5-8-5z" className="street-snow" />
      </g>
      <g className="street-near">
        <path d="M24 176v-40l38-22 38 22v40M24 136h76" />
        <path d="M50 176v-24h22v24M112 176v-62h70v62M104 114h86M128 130h14v16h-14zM154 130h14v16h-14z" />
        <path d="M198 176v-34l30-18 30 18v34M216 152h24v12h-24z" />
        <path d="M456 176v-52h84v52M448 124h100M468 138h18v18h-18zM510 138h18v18h-18z" />
        <path d="M556 176v-44l34-20 34 20v44M580 176v-26h20v26" />
        <path d="M640 176v-30h56v30M634 146h68M658 176v-18h18v18" />
      </g>
      <g className="street-tree">
        <path d="M428 92c-11 6-15 21-14 32 1 9 6 16 14 16s13-7 14-16c1-11-3-26-14-32zM428 176v-52M428 150l-7-7" />
        <path d="M280 104c-10 5-14 17-13 26 1 9 6 15 13 15s12-6 13-15c1-9-3-21-13-26zM280 176v-46M280 152l6-6" />
      </g>
      <g className="street-house">
        <path
          className="street-wall"
          d="M312 176v-62l-12 2c22-4 40-16 54-36 14 20 32 32 54 36l-12-2v62z"
        />
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
