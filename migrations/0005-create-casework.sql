-- Applications and what is done about them. A case is the list of its actions: they are only ever added. What an action
-- says is kept apart, so that an erasure leaves the list whole. The row of a case repeats what queues sort and filter by.

CREATE TABLE case_file (
  county int NOT NULL,
  case_id uuid NOT NULL,
  reference text NOT NULL,
  service text NOT NULL,
  person_id bigint,
  people int NOT NULL,
  opened timestamptz NOT NULL,
  stage text NOT NULL CHECK (stage IN ('draft', 'submitted', 'returned', 'accepted', 'checked', 'proposed', 'granted',
    'refused', 'effected', 'withdrawn')),
  version int NOT NULL CHECK (version > 0),
  handler uuid,
  submitted date,
  decided date,
  due date,
  against boolean NOT NULL DEFAULT false,
  reversed boolean NOT NULL DEFAULT false,
  PRIMARY KEY (county, case_id),
  UNIQUE (county, reference),
  CHECK ((stage = 'draft') <= (submitted IS NULL))
) WITH (fillfactor = 70);
-- A queue is read from its most urgent case on; those where nothing runs and drafts are in none.
CREATE INDEX case_file_by_due ON case_file (county, due, case_id) WHERE due IS NOT NULL;
CREATE INDEX case_file_by_stage ON case_file (county, stage, due, case_id) WHERE due IS NOT NULL;
CREATE INDEX case_file_by_handler ON case_file (county, handler, due, case_id) WHERE due IS NOT NULL;
CREATE INDEX case_file_overridden ON case_file (county, decided DESC) WHERE against OR reversed;
CREATE INDEX case_file_decided ON case_file (county, decided) WHERE decided IS NOT NULL;
COMMENT ON TABLE case_file IS 'Applications for a service; everything but the keys follows from the case''s actions';
COMMENT ON COLUMN case_file.county IS 'County (GB/T 2260) whose office decides';
COMMENT ON COLUMN case_file.case_id IS 'Key, a UUID of version 7';
COMMENT ON COLUMN case_file.reference IS 'Number that people call the case by; says the day and nothing else';
COMMENT ON COLUMN case_file.service IS 'Service applied for';
COMMENT ON COLUMN case_file.person_id IS 'Applicant; null for someone whom the register does not know';
COMMENT ON COLUMN case_file.people IS 'How many people it is about';
COMMENT ON COLUMN case_file.opened IS 'When its first draft was kept';
COMMENT ON COLUMN case_file.stage IS 'How far it is';
COMMENT ON COLUMN case_file.version IS 'How many actions it has';
COMMENT ON COLUMN case_file.handler IS 'Account of the member of staff who answers for it';
COMMENT ON COLUMN case_file.submitted IS 'Day on which it was first handed in';
COMMENT ON COLUMN case_file.decided IS 'Day of the first decision';
COMMENT ON COLUMN case_file.due IS 'First day on which something about it has to be done; 9999-12-31 while it waits for the applicant; null where nothing runs';
COMMENT ON COLUMN case_file.against IS 'Whether a decision went against the advice';
COMMENT ON COLUMN case_file.reversed IS 'Whether a review changed a decision';

CREATE TABLE case_action (
  county int NOT NULL,
  case_id uuid NOT NULL,
  seq int NOT NULL CHECK (seq > 0),
  at timestamptz NOT NULL,
  on_day date NOT NULL,
  type text NOT NULL,
  actor text NOT NULL CHECK (actor IN ('resident', 'staff', 'clock')),
  account uuid,
  only_for bigint,
  PRIMARY KEY (county, case_id, seq),
  FOREIGN KEY (county, case_id) REFERENCES case_file,
  CHECK ((actor = 'clock') = (account IS NULL))
);
COMMENT ON TABLE case_action IS 'What was done in a case, in its order; never changed';
COMMENT ON COLUMN case_action.county IS 'County of the case';
COMMENT ON COLUMN case_action.case_id IS 'The case';
COMMENT ON COLUMN case_action.seq IS 'Place in the case, from 1 without a gap';
COMMENT ON COLUMN case_action.at IS 'When';
COMMENT ON COLUMN case_action.on_day IS 'Day in China on which it counts';
COMMENT ON COLUMN case_action.type IS 'What was done';
COMMENT ON COLUMN case_action.actor IS 'resident, staff or clock: what happened by law because nobody acted';
COMMENT ON COLUMN case_action.account IS 'Account of who did it; null for the clock';
COMMENT ON COLUMN case_action.only_for IS 'The one person of the case who may see it: whose consent, request for review or rating it is; -1 where the register does not know them; null where everyone of the case may';

CREATE TABLE case_payload (
  county int NOT NULL,
  case_id uuid NOT NULL,
  seq int NOT NULL,
  payload jsonb NOT NULL,
  PRIMARY KEY (county, case_id, seq),
  FOREIGN KEY (county, case_id, seq) REFERENCES case_action
);
COMMENT ON TABLE case_payload IS 'What an action says: people, dossier, form, papers, reasons; apart, so that it can be erased';
COMMENT ON COLUMN case_payload.county IS 'County of the case';
COMMENT ON COLUMN case_payload.case_id IS 'The case';
COMMENT ON COLUMN case_payload.seq IS 'The action';
COMMENT ON COLUMN case_payload.payload IS 'The whole action as src/casework/domain/action.ts has it';

CREATE TABLE case_person (
  county int NOT NULL,
  case_id uuid NOT NULL,
  person_id bigint NOT NULL,
  role text NOT NULL CHECK (role IN ('applicant', 'member', 'guardian')),
  PRIMARY KEY (county, case_id, person_id),
  FOREIGN KEY (county, case_id) REFERENCES case_file
);
CREATE INDEX case_person_by_person ON case_person (person_id);
COMMENT ON TABLE case_person IS 'Whom a case is about, or who signs for one of them: it is found for them, and looks at it are shown to them';
COMMENT ON COLUMN case_person.county IS 'County of the case';
COMMENT ON COLUMN case_person.case_id IS 'The case';
COMMENT ON COLUMN case_person.person_id IS 'The person';
COMMENT ON COLUMN case_person.role IS 'applicant, member of the family, or guardian; the first of these that applies';

CREATE TABLE case_receipt (
  county int NOT NULL,
  step_key uuid NOT NULL,
  account uuid NOT NULL,
  digest bytea NOT NULL CHECK (length(digest) = 32),
  case_id uuid NOT NULL,
  version int NOT NULL,
  stage text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (county, step_key),
  FOREIGN KEY (county, case_id) REFERENCES case_file
);
COMMENT ON TABLE case_receipt IS 'A step sent twice is taken once';
COMMENT ON COLUMN case_receipt.county IS 'County of the case';
COMMENT ON COLUMN case_receipt.step_key IS 'Idempotency-Key of the request';
COMMENT ON COLUMN case_receipt.account IS 'Who sent it';
COMMENT ON COLUMN case_receipt.digest IS 'sha256 of what was asked';
COMMENT ON COLUMN case_receipt.case_id IS 'The case';
COMMENT ON COLUMN case_receipt.version IS 'Version that the sender saw afterwards';
COMMENT ON COLUMN case_receipt.stage IS 'Stage that the step led to';
COMMENT ON COLUMN case_receipt.at IS 'When';

-- ---------------------------------------------------------------- who sees what

DO $$
DECLARE
  each text;
  here constant text := 'county = ANY ((SELECT current_setting(''luohu.counties'')::int[])::int[])';
  police constant text := '(SELECT current_setting(''luohu.department'')) = ''public-security''';
BEGIN
  FOREACH each IN ARRAY ARRAY['case_file', 'case_action', 'case_payload', 'case_person', 'case_receipt'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', each);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', each);
    EXECUTE format('CREATE POLICY here ON %I USING (%s AND %s)', each, police, here);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO luohu_owner USING (true)', each);
  END LOOP;
END
$$;
CREATE POLICY owner_erases ON case_payload FOR DELETE TO luohu_owner USING (true);

GRANT SELECT, INSERT ON case_file, case_action, case_payload, case_person, case_receipt TO luohu_app;
GRANT UPDATE (people, stage, version, handler, submitted, decided, due, against, reversed) ON case_file TO luohu_app;
GRANT DELETE ON case_person TO luohu_app;

CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON case_action
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_changed BEFORE UPDATE OR TRUNCATE ON case_payload
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A look at a case is a look at people.
ALTER TABLE look_up DROP CONSTRAINT look_up_kind_check;
ALTER TABLE look_up ADD CONSTRAINT look_up_kind_check
  CHECK (kind IN ('search', 'person', 'household', 'booklet', 'act', 'case'));
COMMENT ON COLUMN look_up.kind IS 'What was looked at: search, person, household, booklet, act or case';

-- ---------------------------------------------------------------- what only the owner may do for the program

-- A resident's cases may be in any county, and what others said alone is never read for them.
CREATE FUNCTION find_own_cases(whom bigint) RETURNS TABLE (county int, case_id uuid, role text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF current_setting('luohu.department') = 'public-security' THEN
    RETURN QUERY
      SELECT p.county, p.case_id, p.role
      FROM case_person p JOIN case_file f ON f.county = p.county AND f.case_id = p.case_id
      WHERE p.person_id = whom
      ORDER BY f.opened DESC, f.case_id LIMIT 200;
  END IF;
END
$$;
COMMENT ON FUNCTION find_own_cases(bigint) IS 'Cases that are about a person or for which they sign, in any county, newest first';

CREATE FUNCTION read_own_case(whom bigint, at_county int, which uuid)
RETURNS TABLE (seq int, at timestamptz, payload jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF current_setting('luohu.department') = 'public-security' AND EXISTS (
    SELECT FROM case_person p WHERE p.county = at_county AND p.case_id = which AND p.person_id = whom
  ) THEN
    RETURN QUERY
      SELECT a.seq, a.at, s.payload
      FROM case_action a JOIN case_payload s ON s.county = a.county AND s.case_id = a.case_id AND s.seq = a.seq
      WHERE a.county = at_county AND a.case_id = which AND (a.only_for IS NULL OR a.only_for = whom)
      ORDER BY a.seq;
  END IF;
END
$$;
COMMENT ON FUNCTION read_own_case(bigint, int, uuid) IS
  'A case as one of its people may see it: of consents, requests for review and ratings only their own';

-- An erasure takes along the cases in which the person applied; their keys stay.
CREATE FUNCTION erase_cases(at_county int, erasure uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM case_payload s
  USING register_event e
    JOIN register_payload own ON own.county = e.county AND own.event_id = e.event_id
    JOIN case_file f ON f.person_id = (convert_from(own.payload, 'UTF8')::jsonb -> 'event' ->> 'person')::bigint
  WHERE e.county = at_county AND e.event_id = erasure AND e.type = 'person-erased'
    AND s.county = f.county AND s.case_id = f.case_id
$$;
COMMENT ON FUNCTION erase_cases(int, uuid) IS
  'Removes what was said in the cases of the person whom a person-erased event of the county names';
CREATE INDEX case_file_by_person ON case_file (person_id);

GRANT EXECUTE ON FUNCTION find_own_cases(bigint), read_own_case(bigint, int, uuid), erase_cases(int, uuid) TO luohu_app;
