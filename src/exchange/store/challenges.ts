import { statement } from "../../platform/postgres/index.ts";
import type { Challenge } from "../contract.ts";

const columns = `c.challenge_id AS id, c.county, c.about, c.about_id AS "aboutId", c.reason, c.made, c.answered,
  c.answered_by_name AS "answeredBy", c.justified, c.answer`;

/** Gives nothing where the person objected to it before. */
export const insertChallenge = statement<Challenge>(
  "exchange-insert-challenge",
  `INSERT INTO challenge AS c (county, challenge_id, person_id, about, about_id, reason, made)
   VALUES ($1, $2, $3, $4, $5, $6, $7)
   ON CONFLICT ON CONSTRAINT challenge_once DO NOTHING
   RETURNING ${columns}`,
);

export const listChallengesOf = statement<Challenge>(
  "exchange-list-challenges-of",
  `SELECT ${columns} FROM find_challenges($1) c ORDER BY c.made DESC`,
);

/** Those of counties without an answer, who waits longest first; `$2` is the last one shown before. */
export const listOpen = statement<Challenge>(
  "exchange-list-open-challenges",
  `SELECT ${columns} FROM challenge c WHERE c.county = ANY ($1::int[]) AND c.answered IS NULL
     AND c.challenge_id > coalesce($2, '00000000-0000-0000-0000-000000000000')::uuid
   ORDER BY c.challenge_id LIMIT $3`,
);

/** Those of counties that have one, the newest first. */
export const listAnswered = statement<Challenge>(
  "exchange-list-answered-challenges",
  `SELECT ${columns} FROM challenge c WHERE c.county = ANY ($1::int[]) AND c.answered IS NOT NULL
     AND c.challenge_id < coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff')::uuid
   ORDER BY c.challenge_id DESC LIMIT $3`,
);

export const countChallenges = statement<{ readonly open: number; readonly answered: number }>(
  "exchange-count-challenges",
  `SELECT count(*) FILTER (WHERE c.answered IS NULL) AS open, count(c.answered) AS answered
   FROM challenge c WHERE c.county = ANY ($1::int[])`,
);

export const findChallenge = statement<Challenge>(
  "exchange-find-challenge",
  `SELECT ${columns} FROM challenge c WHERE c.county = ANY ($1::int[]) AND c.challenge_id = $2`,
);

/** Gives nothing where it was answered before. */
export const answerChallenge = statement<Challenge>(
  "exchange-answer-challenge",
  `UPDATE challenge c SET answered = $3, answered_by = $4, answered_by_name = $5, justified = $6, answer = $7
   WHERE c.county = ANY ($1::int[]) AND c.challenge_id = $2 AND c.answered IS NULL
   RETURNING ${columns}`,
);
