import { Tag } from "antd";
import { clauseName } from "../../portal/my/clause-name.ts";
import { hasClause } from "../../ui/clause.tsx";
import { useDesk } from "../use-desk.tsx";

/** A clause as the language of the page writes it; a ground that no clause speaks of has none. */
export function ClauseTag({ clause }: { readonly clause: string }) {
  const { locale } = useDesk();
  return hasClause(clause) ? <Tag className="clause-tag">{clauseName(clause, locale)}</Tag> : null;
}
