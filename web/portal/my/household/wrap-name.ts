/** How wide a sign is beside a Chinese one. */
const widthOf = (sign: string) => (/[⺀-鿿＀-￯]/u.test(sign) ? 1 : 0.52);
const measure = (text: string) => [...text].reduce((sum, sign) => sum + widthOf(sign), 0);

/** Breaks a name after blanks, dots and hyphens so that no line is wider than `most` Chinese signs, where that can be. */
export function wrapName(name: string, most: number): readonly string[] {
  const pieces = name.match(/[^\s·-]+[\s·-]*/gu) ?? [name];
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && measure(last + piece.trimEnd()) <= most) {
      lines[lines.length - 1] = last + piece;
    } else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd()).flatMap((line) => cut(line, most));
}

function cut(line: string, most: number): readonly string[] {
  if (measure(line) <= most) return [line];
  const signs = [...line];
  let width = 0;
  const first = signs.findIndex((sign) => (width += widthOf(sign)) > most);
  return [signs.slice(0, first).join(""), ...cut(signs.slice(first).join(""), most)];
}
