-- What departments are asked for and answer, who may see it, and what people object to. The questions are a queue that
-- the program works off: a row is there before the first message is sent, so a crash at any moment loses none.

CREATE TABLE exchange_request (
  county int NOT NULL,
  request_id uuid NOT NULL,
  case_reference text NOT NULL,
  person_id bigint NOT NULL,
  department text NOT NULL,
  service text NOT NULL,
  place_county int NOT NULL,
  place_kind text,
  on_day date NOT NULL,
  purpose text NOT NULL,
  basis text[] NOT NULL,
  records jsonb NOT NULL,
  actor text NOT NULL,
  actor_name text NOT NULL,
  asked timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'answered', 'refused', 'unreachable')),
  attempts int NOT NULL DEFAULT 0,
  next_attempt timestamptz NOT NULL,
  settled timestamptz,
  refusal text,
  PRIMARY KEY (county, request_id),
  CONSTRAINT exchange_request_once UNIQUE (county, case_reference, person_id, department, on_day),
  CHECK ((state = 'waiting') = (settled IS NULL)),
  CHECK ((state = 'refused') = (refusal IS NOT NULL))
);
CREATE INDEX exchange_request_waiting ON exchange_request (county, next_attempt) WHERE state = 'waiting';
CREATE INDEX exchange_request_by_person ON exchange_request (person_id, asked DESC);
CREATE INDEX exchange_request_by_department ON exchange_request (county, department, asked DESC);
COMMENT ON TABLE exchange_request IS 'What a department is asked for a case; shown to the person it is about';
COMMENT ON COLUMN exchange_request.county IS 'County (GB/T 2260) whose office handles the case';
COMMENT ON COLUMN exchange_request.request_id IS 'Key, a UUID of version 7; the same in every message that asks it';
COMMENT ON COLUMN exchange_request.case_reference IS 'Reference number of the case';
COMMENT ON COLUMN exchange_request.person_id IS 'Whom it is about';
COMMENT ON COLUMN exchange_request.department IS 'Who is asked, as rulebooks/vocabulary.yaml names departments';
COMMENT ON COLUMN exchange_request.service IS 'Service applied for';
COMMENT ON COLUMN exchange_request.place_county IS 'County of the place applied for';
COMMENT ON COLUMN exchange_request.place_kind IS 'Kind of place, where it is known';
COMMENT ON COLUMN exchange_request.on_day IS 'Day whose rules count';
COMMENT ON COLUMN exchange_request.purpose IS 'Code of the purpose';
COMMENT ON COLUMN exchange_request.basis IS 'Clauses of the rules that read the records';
COMMENT ON COLUMN exchange_request.records IS 'Record kinds asked for, and the fields of each: what the rules can read, no more';
COMMENT ON COLUMN exchange_request.actor IS 'Account of who asked';
COMMENT ON COLUMN exchange_request.actor_name IS 'Name of who asked, as shown to the person';
COMMENT ON COLUMN exchange_request.asked IS 'When it was asked';
COMMENT ON COLUMN exchange_request.state IS 'waiting, answered, refused by the department, or unreachable: given up';
COMMENT ON COLUMN exchange_request.attempts IS 'How often it was sent';
COMMENT ON COLUMN exchange_request.next_attempt IS 'When it is sent again, while it waits';
COMMENT ON COLUMN exchange_request.settled IS 'When it was answered, refused or given up';
COMMENT ON COLUMN exchange_request.refusal IS 'Code of the department''s refusal';

CREATE TABLE exchange_payload (
  county int NOT NULL,
  request_id uuid NOT NULL,
  part text NOT NULL CHECK (part IN ('question', 'answer')),
  payload bytea NOT NULL,
  PRIMARY KEY (county, request_id, part),
  FOREIGN KEY (county, request_id) REFERENCES exchange_request
);
COMMENT ON TABLE exchange_payload IS 'What a question and its answer say, apart, so that an erasure leaves the log whole';
COMMENT ON COLUMN exchange_payload.county IS 'County of the request';
COMMENT ON COLUMN exchange_payload.request_id IS 'The request';
COMMENT ON COLUMN exchange_payload.part IS 'question or answer';
COMMENT ON COLUMN exchange_payload.payload IS 'Canonical JSON (RFC 8785), byte for byte as digested; a nonce inside keeps the digest from being guessed';

CREATE TABLE exchange_log (
  county int NOT NULL,
  seq bigint NOT NULL,
  entry_id uuid NOT NULL,
  request_id uuid NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('asked', 'answered', 'refused', 'unreachable')),
  department text NOT NULL,
  digest bytea NOT NULL CHECK (length(digest) = 32),
  prev_hash bytea NOT NULL CHECK (length(prev_hash) = 32),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (county, seq),
  UNIQUE (county, entry_id),
  UNIQUE (county, request_id, kind),
  FOREIGN KEY (county, request_id) REFERENCES exchange_request
);
COMMENT ON TABLE exchange_log IS 'Every question and what became of it, in the order of the county''s chain; never changed';
COMMENT ON COLUMN exchange_log.county IS 'County of the chain';
COMMENT ON COLUMN exchange_log.seq IS 'Place in the chain, from 1 without a gap';
COMMENT ON COLUMN exchange_log.entry_id IS 'Key of the entry, a UUID of version 7';
COMMENT ON COLUMN exchange_log.request_id IS 'The request';
COMMENT ON COLUMN exchange_log.at IS 'When';
COMMENT ON COLUMN exchange_log.kind IS 'asked, answered, refused or unreachable';
COMMENT ON COLUMN exchange_log.department IS 'Who was asked';
COMMENT ON COLUMN exchange_log.digest IS 'sha256 of the payload; of the code where a department refused or could not be reached';
COMMENT ON COLUMN exchange_log.prev_hash IS 'Hash of the entry before it; for the first see src/exchange/log.ts';
COMMENT ON COLUMN exchange_log.hash IS 'Made as in register_event, of prev_hash, county, seq, entry_id and digest';

CREATE TABLE exchange_head (
  county int PRIMARY KEY,
  seq bigint NOT NULL,
  prev_hash bytea NOT NULL CHECK (length(prev_hash) = 32),
  hash bytea NOT NULL CHECK (length(hash) = 32)
);
COMMENT ON TABLE exchange_head IS 'Newest link of each county''s exchange log; taken last in a transaction, before none but the register''s';
COMMENT ON COLUMN exchange_head.county IS 'County of the chain';
COMMENT ON COLUMN exchange_head.seq IS 'How many entries the chain has';
COMMENT ON COLUMN exchange_head.prev_hash IS 'Hash of the entry before the newest';
COMMENT ON COLUMN exchange_head.hash IS 'Hash of the newest entry';

CREATE TABLE challenge (
  county int NOT NULL,
  challenge_id uuid NOT NULL,
  person_id bigint NOT NULL,
  about text NOT NULL CHECK (about IN ('exchange', 'look-up')),
  about_id uuid NOT NULL,
  reason text NOT NULL,
  made timestamptz NOT NULL,
  answered timestamptz,
  answered_by text,
  answered_by_name text,
  justified boolean,
  answer text,
  PRIMARY KEY (county, challenge_id),
  CONSTRAINT challenge_once UNIQUE (county, person_id, about, about_id),
  CHECK (num_nulls(answered, answered_by, answered_by_name, justified, answer) IN (0, 5))
);
CREATE INDEX challenge_by_person ON challenge (person_id);
COMMENT ON TABLE challenge IS 'What people object to among the looks at their data; the data-protection officer answers with reasons';
COMMENT ON COLUMN challenge.county IS 'County whose look it was';
COMMENT ON COLUMN challenge.challenge_id IS 'Key, a UUID of version 7';
COMMENT ON COLUMN challenge.person_id IS 'Who objects';
COMMENT ON COLUMN challenge.about IS 'exchange or look-up';
COMMENT ON COLUMN challenge.about_id IS 'The request or the look';
COMMENT ON COLUMN challenge.reason IS 'Why, in the person''s words';
COMMENT ON COLUMN challenge.made IS 'When';
COMMENT ON COLUMN challenge.answered IS 'When it was answered';
COMMENT ON COLUMN challenge.answered_by IS 'Account of the data-protection officer';
COMMENT ON COLUMN challenge.answered_by_name IS 'Name of that person, as shown';
COMMENT ON COLUMN challenge.justified IS 'Whether the person is right to object';
COMMENT ON COLUMN challenge.answer IS 'The reasons, as the person reads them';

-- ---------------------------------------------------------------- who sees what

DO $$
DECLARE
  each text;
  here constant text := 'county = ANY ((SELECT current_setting(''luohu.counties'')::int[])::int[])';
  police constant text := '(SELECT current_setting(''luohu.department'')) = ''public-security''';
BEGIN
  FOREACH each IN ARRAY ARRAY['exchange_request', 'exchange_payload', 'exchange_log', 'exchange_head', 'challenge'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', each);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', each);
    EXECUTE format('CREATE POLICY here ON %I USING (%s AND %s)', each, police, here);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO luohu_owner USING (true)', each);
  END LOOP;
  -- The department that was asked sees what it was asked, without the payload.
  FOREACH each IN ARRAY ARRAY['exchange_request', 'exchange_log'] LOOP
    EXECUTE format('CREATE POLICY asked ON %I FOR SELECT USING (department = (SELECT current_setting(''luohu.department'')) AND %s)',
      each, here);
  END LOOP;
END
$$;

GRANT SELECT, INSERT ON exchange_request, exchange_payload, exchange_log, challenge TO luohu_app;
GRANT UPDATE (state, attempts, next_attempt, settled, refusal) ON exchange_request TO luohu_app;
GRANT SELECT, INSERT, UPDATE ON exchange_head TO luohu_app;
GRANT UPDATE (answered, answered_by, answered_by_name, justified, answer) ON challenge TO luohu_app;

CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_changed BEFORE UPDATE OR TRUNCATE ON exchange_payload
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------- what only the owner may do for the program

CREATE FUNCTION counties_with_exchange_due(now timestamptz) RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT county FROM exchange_request WHERE state = 'waiting' AND next_attempt <= now ORDER BY county
$$;
COMMENT ON FUNCTION counties_with_exchange_due(timestamptz) IS 'Counties with a question that is to be sent now';

CREATE FUNCTION counties_with_exchange() RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT county FROM exchange_head ORDER BY county
$$;
COMMENT ON FUNCTION counties_with_exchange() IS 'Counties that have an exchange log';

CREATE FUNCTION find_exchanges(whom bigint, at_most int) RETURNS SETOF exchange_request
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF current_setting('luohu.department') = 'public-security' THEN
    RETURN QUERY
      SELECT r.* FROM exchange_request r WHERE r.person_id = whom
      ORDER BY r.asked DESC, r.request_id DESC LIMIT at_most;
  END IF;
END
$$;
COMMENT ON FUNCTION find_exchanges(bigint, int) IS
  'What departments were asked about a person for cases of any county, newest first';

CREATE FUNCTION find_challenges(whom bigint) RETURNS SETOF challenge
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF current_setting('luohu.department') = 'public-security' THEN
    RETURN QUERY SELECT c.* FROM challenge c WHERE c.person_id = whom;
  END IF;
END
$$;
COMMENT ON FUNCTION find_challenges(bigint) IS 'What a person objected to, in any county';

-- An erasure takes along what departments answered about the person and what the person wrote; keys and digests stay.
CREATE OR REPLACE FUNCTION erase_proposals(at_county int, erasure uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM proposal p
  USING register_event e
    JOIN register_payload own ON own.county = e.county AND own.event_id = e.event_id
  WHERE e.county = at_county AND e.event_id = erasure AND e.type = 'person-erased'
    AND p.county = at_county
    AND p.people @> ARRAY[(convert_from(own.payload, 'UTF8')::jsonb -> 'event' ->> 'person')::bigint];
  DELETE FROM exchange_payload x
  USING register_event e
    JOIN register_payload own ON own.county = e.county AND own.event_id = e.event_id
    JOIN exchange_request r ON r.county = e.county
      AND r.person_id = (convert_from(own.payload, 'UTF8')::jsonb -> 'event' ->> 'person')::bigint
  WHERE e.county = at_county AND e.event_id = erasure AND e.type = 'person-erased'
    AND x.county = at_county AND x.request_id = r.request_id;
  DELETE FROM challenge c
  USING register_event e
    JOIN register_payload own ON own.county = e.county AND own.event_id = e.event_id
  WHERE e.county = at_county AND e.event_id = erasure AND e.type = 'person-erased'
    AND c.county = at_county
    AND c.person_id = (convert_from(own.payload, 'UTF8')::jsonb -> 'event' ->> 'person')::bigint
$$;
COMMENT ON FUNCTION erase_proposals(int, uuid) IS
  'Removes the proposals about the person whom a person-erased event of the county names, what departments answered about them, and their challenges';

GRANT EXECUTE ON FUNCTION counties_with_exchange_due(timestamptz), counties_with_exchange(),
  find_exchanges(bigint, int), find_challenges(bigint) TO luohu_app;
