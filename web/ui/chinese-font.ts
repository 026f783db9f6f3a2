/** Longer than this nobody waits for letters: the page then comes without them. */
const patience = 4000;

/**
 * Where a device has no Chinese font at all, ours is fetched before the first words are set: Chromium
 * remembers the blanks that it drew for want of a font, and goes on drawing them.
 */
export async function fetchChineseFontIfNeeded(): Promise<void> {
  if (hasChineseFont()) return;
  const faces = ["400", "700"].map((weight) =>
    document.fonts.load(`${weight} 18px "Luohu Sans"`, "的"),
  );
  const tired = new Promise((done) => setTimeout(done, patience));
  await Promise.race([Promise.allSettled(faces), tired]);
}

/** Two signs that look alike are two blanks. */
function hasChineseFont(): boolean {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (canvas === null) return true;
  const draw = (sign: string) => {
    canvas.clearRect(0, 0, 40, 40);
    canvas.font = "32px sans-serif";
    canvas.fillText(sign, 2, 32);
    return canvas.getImageData(0, 0, 40, 40).data.join();
  };
  return draw("的") !== draw("了");
}
