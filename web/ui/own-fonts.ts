/** Longer than this nobody waits for letters: the page then comes without them. */
const patience = 4000;

/** Our faces, each with two signs that differ in every font that has them. */
const faces = [
  { family: "Luohu Sans", weights: ["400", "700"], signs: ["的", "了"] },
  { family: "Luohu Naskh", weights: ["400"], signs: ["ئ", "چ"] },
] as const;

/**
 * Where a device has no font at all for a script, ours is fetched before the first words are set:
 * Chromium remembers the blanks that it drew for want of a font, and goes on drawing them.
 */
export async function fetchFontsIfNeeded(): Promise<void> {
  const loads = faces
    .filter(({ signs: [one, other] }) => looksAlike(one, other))
    .flatMap(({ family, weights, signs }) =>
      weights.map((weight) => document.fonts.load(`${weight} 18px "${family}"`, signs[0])),
    );
  const tired = new Promise((done) => setTimeout(done, patience));
  await Promise.race([Promise.allSettled(loads), tired]);
}

/** Two signs that look alike are two blanks. */
function looksAlike(one: string, other: string): boolean {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (canvas === null) return false;
  const draw = (sign: string) => {
    canvas.clearRect(0, 0, 40, 40);
    canvas.font = "32px sans-serif";
    canvas.fillText(sign, 2, 32);
    return canvas.getImageData(0, 0, 40, 40).data.join();
  };
  return draw(one) === draw(other);
}
