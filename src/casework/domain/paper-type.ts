// What a file is by its first bytes; its name and what its sender calls it are not believed.

export type PaperType = "application/pdf" | "image/jpeg" | "image/png";

const beginnings: readonly (readonly [PaperType, readonly number[]])[] = [
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** Undefined for anything else. */
export const paperType = (bytes: Uint8Array): PaperType | undefined =>
  beginnings.find(([, beginning]) => beginning.every((byte, place) => bytes[place] === byte))?.[0];
