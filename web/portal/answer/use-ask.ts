import { usePortal } from "../shell/use-portal.tsx";

/** Goes to the question about a fact, and back to the answer once it is given. */
export function useAsk(): (fact: string) => void {
  const { journey, go } = usePortal();
  return (fact) => {
    const index = journey.answers.findIndex((answer) => answer.fact === fact);
    const number = index < 0 ? journey.answers.length + 1 : index + 1;
    go({ page: "question", number }, { aside: { fact, thenAnswer: true } });
  };
}
