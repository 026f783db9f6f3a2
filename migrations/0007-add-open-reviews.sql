-- Which cases wait for a review, so that whoever decides reviews finds them first.

ALTER TABLE case_file ADD COLUMN in_review boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN case_file.in_review IS 'Whether somebody asked for a review that is not decided';

-- The owner writes here this once: cases that were there before are brought in line with their actions.
ALTER TABLE case_file NO FORCE ROW LEVEL SECURITY;
UPDATE case_file f SET in_review = true
WHERE EXISTS (
  SELECT FROM case_action a
  WHERE a.county = f.county AND a.case_id = f.case_id AND a.type = 'ask-review'
    AND NOT EXISTS (
      SELECT FROM case_action later
      WHERE later.county = a.county AND later.case_id = a.case_id AND later.seq > a.seq AND later.type = 'decide-review'
    )
);
ALTER TABLE case_file FORCE ROW LEVEL SECURITY;

CREATE INDEX case_file_in_review ON case_file (county, due, case_id) WHERE in_review AND due IS NOT NULL;
GRANT UPDATE (in_review) ON case_file TO luohu_app;
