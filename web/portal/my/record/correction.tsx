import { Opener } from "../../../ui/opener.tsx";
import { useWords } from "../use-words.ts";

/** How a mistake is put right: what papers, where, and what comes of it. */
export function Correction() {
  const { correct: words } = useWords().record;
  return (
    <>
      <p>{words.lead}</p>
      <Opener summary={words.papersTitle}>
        <dl className="my-papers">
          {words.papers.map(([what, papers]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{papers}</dd>
            </div>
          ))}
        </dl>
      </Opener>
      <h3 className="block-title">{words.where.title}</h3>
      <p>{words.where.note}</p>
      <h3 className="block-title">{words.after.title}</h3>
      <p>{words.after.note}</p>
      <p className="hint">{words.clause}</p>
    </>
  );
}
