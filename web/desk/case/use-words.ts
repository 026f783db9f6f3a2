import { useDesk } from "../use-desk.tsx";
import { useCaseWork } from "./case-work.ts";

/** What a line of the course is called. */
export function useStepWords(): (step: string) => string {
  const { d } = useDesk();
  const words: Readonly<Record<string, string>> = d.case.course.steps;
  return (step) => words[step] ?? step;
}

/** Names of some of the people of the case, in a row. */
export function useNames(): (members: readonly number[]) => string {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  return (members) => d.case.list(members.map((member) => seen.people[member]?.name ?? ""));
}

/** A value of a record: counties that the rulebooks do not name are named by the register. */
export function useValue(): (value: string) => string {
  const { codes } = useDesk();
  return (value) => (/^\d{6}$/.test(value) ? codes.place(Number(value)) : value);
}

/** A paper by what the case calls it, or the register's list. */
export function usePaperWords(): (kind: string) => string {
  const { say, codes } = useDesk();
  const { seen } = useCaseWork();
  const named = new Map([
    ...(seen.advice?.askable ?? []).map(({ key, label }) => [key, say(label)] as const),
    ...(seen.notice?.missing ?? []).map(({ key, label }) => [key, say(label)] as const),
    ...seen.documents.map(({ paper, label }) => [paper, say(label)] as const),
  ]);
  return (kind) => named.get(kind) ?? codes.paper(kind);
}
