import { useWords } from "./use-words.ts";

type PersonNameProps = { readonly name: string | null; readonly nameHan?: string | null };

/** A name in the person's own script, with its own direction, and its Chinese form where the two differ. */
export function PersonName({ name, nameHan = null }: PersonNameProps) {
  const words = useWords();
  if (name === null) return <span className="soft">{words.record.erasedName}</span>;
  return (
    <>
      <bdi className="name">{name}</bdi>
      {nameHan === null || nameHan === name ? null : (
        <>
          {" "}
          <bdi className="name soft" lang="zh-CN">
            {nameHan}
          </bdi>
        </>
      )}
    </>
  );
}
