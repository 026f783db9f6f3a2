import { useState } from "react";
import type { Problem } from "../../staff/api.ts";
import { useDesk } from "../use-desk.tsx";

/** Saves a paper as a file: it is fetched with the purpose of the look, and no page of ours shows it. */
export function useDownload() {
  const { call } = useDesk();
  const [problem, setProblem] = useState<Problem | null>(null);
  const download = async (path: string, name: string) => {
    const answer = await call<Blob>(path, { file: true });
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    const address = URL.createObjectURL(answer.value);
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
  };
  return { download, problem };
}
