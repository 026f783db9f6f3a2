import {
  askDossier,
  explainDossier,
  type Pack,
  type Problem,
  type Result,
} from "../../../src/policy/browser.ts";
import type { Answered } from "../shell/use-portal.tsx";
import { buildDossier } from "./dossier.ts";
import type { Journey } from "./journey.ts";

/** The engine's answer and what it would ask next, or null while there is nothing to answer. */
export function answerJourney(
  pack: Pack,
  journey: Journey,
  today: string,
): Result<Answered, Problem> | null {
  const dossier = buildDossier(journey, today);
  if (dossier === undefined) return null;
  const question = { law: journey.law };
  const explained = explainDossier(pack, dossier, question);
  if (!explained.ok) return explained;
  const asked = askDossier(pack, dossier, question);
  if (!asked.ok) return asked;
  return {
    ok: true,
    value: { dossier, question, explanation: explained.value, interview: asked.value },
  };
}
