import { useState } from "react";
import { tabStore } from "../../shell/kept.ts";

/** Something typed that outlives a reload: in this tab only, and gone with the sign-out or once it is sent. */
export function useKept(
  name: string,
): readonly [text: string, write: (text: string) => void, forget: () => void] {
  const key = `luohu:case ${name}`;
  const [text, setText] = useState(() => tabStore.read(key) ?? "");
  const write = (next: string) => {
    setText(next);
    if (next === "") tabStore.erase(key);
    else tabStore.write(key, next);
  };
  return [text, write, () => write("")];
}
