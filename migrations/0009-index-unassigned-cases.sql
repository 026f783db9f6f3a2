-- A queue of cases that nobody has is read in its order: in the index by handler, no handler is no key to go by.
CREATE INDEX case_file_unassigned ON case_file (county, due, case_id) WHERE handler IS NULL AND due IS NOT NULL;
