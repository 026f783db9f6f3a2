/** Milliseconds before a question is sent again, by how often nobody answered; `chance` from 0 to 1 keeps many from coming at once. */
export function delayAfter(attempts: number, chance: number): number {
  const whole = Math.min(first * 2 ** (attempts - 1), longest);
  return Math.round(whole * (0.5 + chance / 2));
}

const first = 1_000;
const longest = 300_000;
