-- The register: events are the truth, everything else but the logs is folded from them.
-- Every key begins with the county, so that a county is one shard; docs/adr/0013-register-schema.md says why
-- the three tables without one are global. Divisions and codes are data of src/standards, not tables.

CREATE SEQUENCE person_key;
CREATE SEQUENCE household_key;
CREATE SEQUENCE dwelling_key;

-- ---------------------------------------------------------------- the truth

CREATE TABLE register_event (
  county int NOT NULL,
  seq bigint NOT NULL,
  event_id uuid NOT NULL,
  type text NOT NULL,
  version smallint NOT NULL,
  effective date NOT NULL,
  recorded timestamptz NOT NULL,
  actor text NOT NULL,
  actor_name text NOT NULL,
  approver text,
  approver_name text,
  act_key uuid NOT NULL,
  digest bytea NOT NULL CHECK (length(digest) = 32),
  prev_hash bytea NOT NULL CHECK (length(prev_hash) = 32),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (county, seq),
  UNIQUE (county, event_id),
  CHECK (actor IS DISTINCT FROM approver)
);
-- What an erasure left is in the event of the erasure: there are few, and readers look them all up.
CREATE INDEX register_event_erasures ON register_event (county, seq) WHERE type = 'person-erased';
COMMENT ON TABLE register_event IS 'What happened, in the order of the county''s chain; never changed, never removed';
COMMENT ON COLUMN register_event.county IS 'County (GB/T 2260) whose register it is';
COMMENT ON COLUMN register_event.seq IS 'Place in the county''s chain, from 1 without a gap';
COMMENT ON COLUMN register_event.event_id IS 'Key of the event, a UUID of version 7';
COMMENT ON COLUMN register_event.type IS 'Type of the event, as in src/register/domain/event.ts';
COMMENT ON COLUMN register_event.version IS 'Version in which the payload is written';
COMMENT ON COLUMN register_event.effective IS 'Day from which it counts';
COMMENT ON COLUMN register_event.recorded IS 'When it was recorded';
COMMENT ON COLUMN register_event.actor IS 'Account of the person who did it';
COMMENT ON COLUMN register_event.actor_name IS 'Name of that person, as shown to those concerned';
COMMENT ON COLUMN register_event.approver IS 'Account of the second person, where four eyes are asked for; never the actor';
COMMENT ON COLUMN register_event.approver_name IS 'Name of the second person';
COMMENT ON COLUMN register_event.act_key IS 'Key of the act that led to it, which the clerk''s page sent (Idempotency-Key)';
COMMENT ON COLUMN register_event.digest IS 'sha256 of salt and payload';
COMMENT ON COLUMN register_event.prev_hash IS 'Hash of the event before it; for the first see src/register/chain/link.ts';
COMMENT ON COLUMN register_event.hash IS 'sha256 of prev_hash, county, seq, event_id and digest: see src/register/chain/link.ts';

CREATE TABLE register_payload (
  county int NOT NULL,
  event_id uuid NOT NULL,
  salt bytea NOT NULL CHECK (length(salt) = 16),
  payload bytea NOT NULL,
  PRIMARY KEY (county, event_id)
);
COMMENT ON TABLE register_payload IS 'What an event says, apart from the event so that a lawful erasure leaves the chain whole';
COMMENT ON COLUMN register_payload.county IS 'County of the event';
COMMENT ON COLUMN register_payload.event_id IS 'The event';
COMMENT ON COLUMN register_payload.salt IS 'Random bytes, so that the digest tells nothing once the payload is gone';
COMMENT ON COLUMN register_payload.payload IS 'The event with who and when, canonical JSON (RFC 8785), byte for byte as digested';

CREATE TABLE chain_head (
  county int PRIMARY KEY,
  seq bigint NOT NULL,
  prev_hash bytea NOT NULL CHECK (length(prev_hash) = 32),
  hash bytea NOT NULL CHECK (length(hash) = 32)
) WITH (fillfactor = 10);
COMMENT ON TABLE chain_head IS 'Newest link of each county''s chain; taken last in a transaction, counties ascending';
COMMENT ON COLUMN chain_head.county IS 'County of the chain';
COMMENT ON COLUMN chain_head.seq IS 'How many events the chain has';
COMMENT ON COLUMN chain_head.prev_hash IS 'Hash of the event before the newest';
COMMENT ON COLUMN chain_head.hash IS 'Hash of the newest event; where there is none, what the first one links to';

CREATE TABLE signing_key (
  key_id text PRIMARY KEY,
  public_key bytea NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz
);
COMMENT ON TABLE signing_key IS 'Public halves of the keys that sign chain heads; the private ones are outside the database';
COMMENT ON COLUMN signing_key.key_id IS 'Thumbprint of the key';
COMMENT ON COLUMN signing_key.public_key IS 'Ed25519 public key, SPKI DER';
COMMENT ON COLUMN signing_key.since IS 'When it came into use';
COMMENT ON COLUMN signing_key.until IS 'When it went out of use; null while in use';

CREATE TABLE checkpoint (
  county int NOT NULL,
  through_seq bigint NOT NULL,
  from_seq bigint NOT NULL,
  hashes bytea NOT NULL,
  signed timestamptz NOT NULL,
  key_id text NOT NULL,
  signature bytea NOT NULL,
  PRIMARY KEY (county, through_seq),
  CHECK (from_seq BETWEEN 1 AND through_seq),
  CHECK (length(hashes) = 32 * (through_seq - from_seq + 1))
);
COMMENT ON TABLE checkpoint IS 'Signed stretches of a chain: what is rewritten before the newest is named by verify';
COMMENT ON COLUMN checkpoint.county IS 'County of the chain';
COMMENT ON COLUMN checkpoint.through_seq IS 'Last event that is signed';
COMMENT ON COLUMN checkpoint.from_seq IS 'First event that is signed: the one after the checkpoint before';
COMMENT ON COLUMN checkpoint.hashes IS 'Hashes of these events one after the other, 32 bytes each';
COMMENT ON COLUMN checkpoint.signed IS 'When it was signed';
COMMENT ON COLUMN checkpoint.key_id IS 'Key that signed it; of signing_key';
COMMENT ON COLUMN checkpoint.signature IS 'Ed25519 signature over county, stretch, time and hashes';

CREATE TABLE event_person (
  county int NOT NULL,
  person_id bigint NOT NULL,
  event_id uuid NOT NULL,
  PRIMARY KEY (county, person_id, event_id)
);
COMMENT ON TABLE event_person IS 'Which events a person''s history has';
COMMENT ON COLUMN event_person.county IS 'County of the event';
COMMENT ON COLUMN event_person.person_id IS 'The person';
COMMENT ON COLUMN event_person.event_id IS 'The event';

CREATE TABLE event_household (
  county int NOT NULL,
  household_id bigint NOT NULL,
  event_id uuid NOT NULL,
  PRIMARY KEY (county, household_id, event_id)
);
COMMENT ON TABLE event_household IS 'Which events a household''s history has';
COMMENT ON COLUMN event_household.county IS 'County of the event';
COMMENT ON COLUMN event_household.household_id IS 'The household';
COMMENT ON COLUMN event_household.event_id IS 'The event';

-- ------------------------------------------------- the present, and each day before it

CREATE TABLE person (
  county int NOT NULL,
  person_id bigint NOT NULL,
  name text COLLATE "C",
  name_han text COLLATE "C",
  -- A column and no expression index: row security lets only leakproof conditions into an index.
  name_part text COLLATE "C"
    GENERATED ALWAYS AS (nullif(split_part(coalesce(name_han, name), '·', 2), '')) STORED,
  former_names text[] NOT NULL DEFAULT '{}',
  sound text COLLATE "C",
  initials text COLLATE "C",
  sex smallint CHECK (sex IN (0, 1, 2, 9)),
  birth_date date,
  birth_county int,
  id_number text COLLATE "C" CHECK (length(id_number) = 18),
  marital smallint,
  education smallint,
  mother_id bigint,
  father_id bigint,
  died date,
  erased boolean NOT NULL DEFAULT false,
  changed date NOT NULL,
  version int NOT NULL,
  event_id uuid NOT NULL,
  PRIMARY KEY (county, person_id),
  CONSTRAINT person_erased_whole CHECK (CASE
    WHEN erased THEN former_names = '{}' AND num_nonnulls(name, name_han, sound, initials, sex, birth_date,
      birth_county, id_number, marital, education, mother_id, father_id) = 0
    ELSE num_nulls(name, sound, initials, sex, birth_date) = 0
  END)
) WITH (fillfactor = 90);
CREATE INDEX person_by_name ON person (county, name, person_id);
CREATE INDEX person_by_name_han ON person (county, name_han, person_id) WHERE name_han IS NOT NULL;
CREATE INDEX person_by_name_part ON person (county, name_part, person_id) WHERE name_part IS NOT NULL;
CREATE INDEX person_by_sound ON person (county, sound, person_id);
CREATE INDEX person_by_initials ON person (county, initials, person_id);
COMMENT ON TABLE person IS 'People as each county''s register has them: one row in each county where someone was ever registered';
COMMENT ON COLUMN person.county IS 'County whose register it is';
COMMENT ON COLUMN person.person_id IS 'Internal key, the same in every county; means nothing outside (B4)';
COMMENT ON COLUMN person.name IS 'Name in the person''s own script (R13); null once erased';
COMMENT ON COLUMN person.name_han IS 'Chinese-character form where it differs from the name';
COMMENT ON COLUMN person.name_part IS 'What stands after the first "·", for searching';
COMMENT ON COLUMN person.former_names IS 'Names borne before';
COMMENT ON COLUMN person.sound IS 'The name in pinyin without tones or blanks, for searching; from src/register/name-sound.ts';
COMMENT ON COLUMN person.initials IS 'Initials of the pinyin, for searching';
COMMENT ON COLUMN person.sex IS 'GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not stated';
COMMENT ON COLUMN person.birth_date IS 'Day of birth; null once erased';
COMMENT ON COLUMN person.birth_county IS 'County of birth where known; on the booklet, never an input of a rule';
COMMENT ON COLUMN person.id_number IS 'Citizen identity number (GB 11643); null until one is issued';
COMMENT ON COLUMN person.marital IS 'GB/T 2261.2, as declared';
COMMENT ON COLUMN person.education IS 'GB/T 4658, as declared';
COMMENT ON COLUMN person.mother_id IS 'Mother, in any county';
COMMENT ON COLUMN person.father_id IS 'Father, in any county';
COMMENT ON COLUMN person.died IS 'Day of death';
COMMENT ON COLUMN person.erased IS 'Whether the person''s data were lawfully erased';
COMMENT ON COLUMN person.changed IS 'Latest effective day of the county''s events that touch the person';
COMMENT ON COLUMN person.version IS 'Goes up with every event that touches the person; sent as If-Match';
COMMENT ON COLUMN person.event_id IS 'Event that touched the row last';

CREATE TABLE household (
  county int NOT NULL,
  household_id bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('family', 'employer', 'school', 'talent-centre', 'community')),
  name text,
  founded date NOT NULL,
  -- Days and no range: one that ends on the day of its founding stays in the register.
  ended date CHECK (ended >= founded),
  changed date NOT NULL,
  version int NOT NULL,
  event_id uuid NOT NULL,
  PRIMARY KEY (county, household_id)
) WITH (fillfactor = 70);
COMMENT ON TABLE household IS 'Family households and the collective ones of employers, schools, talent centres and communities (B2)';
COMMENT ON COLUMN household.county IS 'County whose register it is';
COMMENT ON COLUMN household.household_id IS 'Internal key';
COMMENT ON COLUMN household.kind IS 'family, employer, school, talent-centre or community';
COMMENT ON COLUMN household.name IS 'Name of a collective household''s institution; null for a family';
COMMENT ON COLUMN household.founded IS 'Day on which it begins';
COMMENT ON COLUMN household.ended IS 'First day on which it is no more';
COMMENT ON COLUMN household.changed IS 'Latest effective day of the events that touch it';
COMMENT ON COLUMN household.version IS 'Goes up with every event that touches the household; sent as If-Match';
COMMENT ON COLUMN household.event_id IS 'Event that touched the row last';

CREATE TABLE dwelling (
  county int NOT NULL,
  dwelling_id bigint NOT NULL,
  address text NOT NULL,
  community text NOT NULL,
  PRIMARY KEY (county, dwelling_id)
);
COMMENT ON TABLE dwelling IS 'Homes by address';
COMMENT ON COLUMN dwelling.county IS 'County in which it lies';
COMMENT ON COLUMN dwelling.dwelling_id IS 'Internal key';
COMMENT ON COLUMN dwelling.address IS 'Address below the county';
COMMENT ON COLUMN dwelling.community IS 'Residents'' or villagers'' committee';

CREATE TABLE residence (
  county int NOT NULL,
  household_id bigint NOT NULL,
  dwelling_id bigint NOT NULL,
  during daterange NOT NULL CHECK (NOT isempty(during) AND NOT lower_inf(during)),
  PRIMARY KEY (county, household_id, during),
  FOREIGN KEY (county, household_id) REFERENCES household,
  FOREIGN KEY (county, dwelling_id) REFERENCES dwelling,
  CONSTRAINT residence_one_home EXCLUDE USING gist (county WITH =, household_id WITH =, during WITH &&)
);
CREATE INDEX residence_by_dwelling ON residence (county, dwelling_id);
COMMENT ON TABLE residence IS 'Where a household lives; one home a day';
COMMENT ON COLUMN residence.county IS 'County of the household';
COMMENT ON COLUMN residence.household_id IS 'The household';
COMMENT ON COLUMN residence.dwelling_id IS 'The home';
COMMENT ON COLUMN residence.during IS 'Days on which it lives there';

CREATE TABLE membership (
  county int NOT NULL,
  household_id bigint NOT NULL,
  person_id bigint NOT NULL,
  relation smallint NOT NULL CHECK (relation BETWEEN 1 AND 99),
  during daterange NOT NULL CHECK (NOT isempty(during) AND NOT lower_inf(during)),
  PRIMARY KEY (county, person_id, during),
  FOREIGN KEY (county, household_id) REFERENCES household,
  FOREIGN KEY (county, person_id) REFERENCES person,
  CONSTRAINT membership_one_household EXCLUDE USING gist (county WITH =, person_id WITH =, during WITH &&),
  CONSTRAINT membership_one_head EXCLUDE USING gist (county WITH =, household_id WITH =, during WITH &&)
    WHERE (relation = 2)
);
CREATE INDEX membership_by_household ON membership (county, household_id);
COMMENT ON TABLE membership IS 'Who belongs to which household; nobody to two on one day, and no household to two heads';
COMMENT ON COLUMN membership.county IS 'County of the household';
COMMENT ON COLUMN membership.household_id IS 'The household';
COMMENT ON COLUMN membership.person_id IS 'The member';
COMMENT ON COLUMN membership.relation IS 'GB/T 4761, to the head; 2 is the head';
COMMENT ON COLUMN membership.during IS 'Days on which it is so';

CREATE TABLE registration (
  person_id bigint NOT NULL,
  county int NOT NULL,
  during daterange NOT NULL CHECK (NOT isempty(during) AND NOT lower_inf(during)),
  PRIMARY KEY (person_id, during),
  CONSTRAINT registration_one_county EXCLUDE USING gist (person_id WITH =, during WITH &&)
);
COMMENT ON TABLE registration IS 'Which county someone is registered in; global, so that nobody is registered in two on one day';
COMMENT ON COLUMN registration.person_id IS 'The person';
COMMENT ON COLUMN registration.county IS 'The county';
COMMENT ON COLUMN registration.during IS 'Days of registration';

CREATE TABLE identity_number (
  number text COLLATE "C" PRIMARY KEY CHECK (length(number) = 18),
  person_id bigint NOT NULL,
  county int NOT NULL
);
COMMENT ON TABLE identity_number IS 'Whose number it is; global, so that no number belongs to two people';
COMMENT ON COLUMN identity_number.number IS 'Citizen identity number (GB 11643)';
COMMENT ON COLUMN identity_number.person_id IS 'The person';
COMMENT ON COLUMN identity_number.county IS 'County where the person is or was last registered';

CREATE TABLE withholding (
  county int NOT NULL,
  household_id bigint NOT NULL,
  person_id bigint NOT NULL,
  step text NOT NULL CHECK (step IN ('reported', 'mediated', 'notified', 'settled')),
  since date NOT NULL,
  PRIMARY KEY (county, household_id, person_id),
  FOREIGN KEY (county, household_id) REFERENCES household
);
COMMENT ON TABLE withholding IS 'Cases of a member who keeps the booklet from another';
COMMENT ON COLUMN withholding.county IS 'County of the household';
COMMENT ON COLUMN withholding.household_id IS 'The household';
COMMENT ON COLUMN withholding.person_id IS 'The member from whom the booklet is kept';
COMMENT ON COLUMN withholding.step IS 'Newest step: reported, mediated, notified or settled';
COMMENT ON COLUMN withholding.since IS 'Day of that step';

CREATE TABLE booklet (
  county int NOT NULL,
  household_id bigint NOT NULL,
  person_id bigint,
  issued date NOT NULL,
  UNIQUE NULLS NOT DISTINCT (county, household_id, person_id),
  FOREIGN KEY (county, household_id) REFERENCES household
);
COMMENT ON TABLE booklet IS 'Newest booklet of each household, and of each person who has one of their own';
COMMENT ON COLUMN booklet.county IS 'County of the household';
COMMENT ON COLUMN booklet.household_id IS 'The household';
COMMENT ON COLUMN booklet.person_id IS 'The one person of a one-person booklet; null for the household''s';
COMMENT ON COLUMN booklet.issued IS 'Day of issue';

-- ---------------------------------------------------------------- acts and looks

CREATE TABLE act_receipt (
  county int NOT NULL,
  act_key uuid NOT NULL,
  actor text NOT NULL,
  request_digest bytea NOT NULL CHECK (length(request_digest) = 32),
  receipt jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (county, act_key)
);
COMMENT ON TABLE act_receipt IS 'Acts that were done, so that one sent twice is done once';
COMMENT ON COLUMN act_receipt.county IS 'County in which the act was filed';
COMMENT ON COLUMN act_receipt.act_key IS 'Key that the clerk''s page sent (Idempotency-Key)';
COMMENT ON COLUMN act_receipt.actor IS 'Account that sent it';
COMMENT ON COLUMN act_receipt.request_digest IS 'sha256 of the act as sent: the same key with another act is refused';
COMMENT ON COLUMN act_receipt.receipt IS 'Keys of the events, households and people; no names';
COMMENT ON COLUMN act_receipt.at IS 'When it was done';

CREATE TABLE proposal (
  county int NOT NULL,
  proposal_id uuid NOT NULL,
  act_key uuid NOT NULL,
  request_digest bytea NOT NULL CHECK (length(request_digest) = 32),
  act jsonb NOT NULL,
  if_match text NOT NULL,
  people bigint[] NOT NULL,
  proposed_by text NOT NULL,
  proposed_by_name text NOT NULL,
  proposed timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'approved', 'rejected', 'withdrawn')),
  decided_by text,
  decided_by_name text,
  decided timestamptz,
  reason text,
  PRIMARY KEY (county, proposal_id),
  UNIQUE (county, act_key),
  CHECK ((state = 'waiting') = (decided IS NULL)),
  CHECK (state NOT IN ('approved', 'rejected') OR decided_by <> proposed_by)
);
CREATE INDEX proposal_by_state ON proposal (county, state, proposed);
COMMENT ON TABLE proposal IS 'Acts that wait for a second person, and what became of them';
COMMENT ON COLUMN proposal.county IS 'County in which the act was filed';
COMMENT ON COLUMN proposal.proposal_id IS 'Key of the proposal';
COMMENT ON COLUMN proposal.act_key IS 'Key that the clerk''s page sent (Idempotency-Key)';
COMMENT ON COLUMN proposal.request_digest IS 'sha256 of the act as sent';
COMMENT ON COLUMN proposal.act IS 'The act as proposed; removed with the data of a person who is erased';
COMMENT ON COLUMN proposal.if_match IS 'Versions that the proposer saw';
COMMENT ON COLUMN proposal.people IS 'People whom it names or made';
COMMENT ON COLUMN proposal.proposed_by IS 'Account of the proposer';
COMMENT ON COLUMN proposal.proposed_by_name IS 'Name of the proposer';
COMMENT ON COLUMN proposal.proposed IS 'When it was proposed';
COMMENT ON COLUMN proposal.state IS 'waiting, approved, rejected or withdrawn';
COMMENT ON COLUMN proposal.decided_by IS 'Account that decided; never the proposer''s';
COMMENT ON COLUMN proposal.decided_by_name IS 'Name of who decided';
COMMENT ON COLUMN proposal.decided IS 'When it was decided';
COMMENT ON COLUMN proposal.reason IS 'Reason given with the verdict';

CREATE TABLE look_up (
  county int NOT NULL,
  look_up_id uuid NOT NULL,
  at timestamptz NOT NULL,
  account text NOT NULL,
  actor_name text NOT NULL,
  role text NOT NULL,
  department text NOT NULL,
  purpose text NOT NULL,
  reference text,
  kind text NOT NULL CHECK (kind IN ('search', 'person', 'household', 'booklet', 'act')),
  fields text[] NOT NULL,
  people bigint[] NOT NULL,
  PRIMARY KEY (county, look_up_id)
);
CREATE INDEX look_up_by_person ON look_up USING gin (people);
COMMENT ON TABLE look_up IS 'Who looked at whose data and why; shown to the person looked at';
COMMENT ON COLUMN look_up.county IS 'County whose register was looked at';
COMMENT ON COLUMN look_up.look_up_id IS 'Key, a UUID of version 7';
COMMENT ON COLUMN look_up.at IS 'When';
COMMENT ON COLUMN look_up.account IS 'Account that looked';
COMMENT ON COLUMN look_up.actor_name IS 'Name of who looked';
COMMENT ON COLUMN look_up.role IS 'Role in which';
COMMENT ON COLUMN look_up.department IS 'Department for which';
COMMENT ON COLUMN look_up.purpose IS 'Code of the purpose';
COMMENT ON COLUMN look_up.reference IS 'Reference number of the case, where one was given';
COMMENT ON COLUMN look_up.kind IS 'What was looked at: search, person, household, booklet or act';
COMMENT ON COLUMN look_up.fields IS 'Fields that were shown';
COMMENT ON COLUMN look_up.people IS 'People whose data were shown';

-- ---------------------------------------------------------------- who sees what

-- The setting is read once a statement, not once a row; the outer cast keeps ANY from taking the rows of a query.
DO $$
DECLARE
  each text;
  here constant text := 'county = ANY ((SELECT current_setting(''luohu.counties'')::int[])::int[])';
  police constant text := '(SELECT current_setting(''luohu.department'')) = ''public-security''';
BEGIN
  FOREACH each IN ARRAY ARRAY['register_event', 'register_payload', 'chain_head', 'signing_key', 'checkpoint',
    'event_person', 'event_household', 'person', 'household', 'dwelling', 'residence', 'membership', 'registration',
    'identity_number', 'withholding', 'booklet', 'act_receipt', 'proposal', 'look_up'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', each);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', each);
    IF each = 'signing_key' THEN
      -- Public keys are for everyone to check signatures with.
      CREATE POLICY everyone ON signing_key USING (true);
    ELSIF each IN ('registration', 'identity_number') THEN
      -- A number or key that is asked for is found wherever it is; only one's own counties are written.
      EXECUTE format('CREATE POLICY anywhere ON %I FOR SELECT USING (%s)', each, police);
      EXECUTE format('CREATE POLICY here ON %I USING (%s AND %s)', each, police, here);
    ELSE
      EXECUTE format('CREATE POLICY here ON %I USING (%s AND %s)', each, police, here);
    END IF;
  END LOOP;
END
$$;

GRANT USAGE ON SEQUENCE person_key, household_key, dwelling_key TO luohu_app;
GRANT SELECT, INSERT ON register_event, register_payload, checkpoint, event_person, event_household,
  act_receipt, look_up TO luohu_app;
GRANT SELECT, INSERT, UPDATE ON chain_head, person, household, dwelling TO luohu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON residence, membership, registration, identity_number TO luohu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON withholding TO luohu_app;
GRANT SELECT, INSERT, UPDATE ON booklet TO luohu_app;
GRANT SELECT, INSERT ON proposal TO luohu_app;
GRANT UPDATE (people, state, decided_by, decided_by_name, decided, reason) ON proposal TO luohu_app;
GRANT SELECT, INSERT, UPDATE (until) ON signing_key TO luohu_app;

-- Privileges already forbid it to the program; this forbids it to the owner by mistake.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never changed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
COMMENT ON FUNCTION refuse_change() IS 'Refuses what changes an append-only table';
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON register_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_changed BEFORE UPDATE OR TRUNCATE ON register_payload
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON look_up
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------- what only the owner may do for the program

CREATE FUNCTION erase_payloads(at_county int, erasure uuid) RETURNS SETOF uuid
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM register_payload p
  USING register_event e
    JOIN register_payload own ON own.county = e.county AND own.event_id = e.event_id
    CROSS JOIN LATERAL jsonb_array_elements(
      convert_from(own.payload, 'UTF8')::jsonb -> 'event' -> 'redacted') AS redacted
  WHERE e.county = at_county AND e.event_id = erasure AND e.type = 'person-erased'
    AND p.county = at_county AND p.event_id = (redacted ->> 'event')::uuid
  RETURNING p.event_id
$$;
COMMENT ON FUNCTION erase_payloads(int, uuid) IS
  'Removes the payloads that a person-erased event of the county names; gives the events whose payload is gone';

CREATE FUNCTION erase_proposals(at_county int, erasure uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM proposal p
  USING register_event e
    JOIN register_payload own ON own.county = e.county AND own.event_id = e.event_id
  WHERE e.county = at_county AND e.event_id = erasure AND e.type = 'person-erased'
    AND p.county = at_county
    AND p.people @> ARRAY[(convert_from(own.payload, 'UTF8')::jsonb -> 'event' ->> 'person')::bigint]
$$;
COMMENT ON FUNCTION erase_proposals(int, uuid) IS
  'Removes the proposals about the person whom a person-erased event of the county names, the erasure''s among them';

-- Row security keeps conditions that are not leakproof, such as @> on arrays, out of an index. These two read as
-- the owner, check the scope themselves, and so find what they look for among millions.
CREATE POLICY owner_searches ON dwelling FOR SELECT TO luohu_owner USING (true);
CREATE POLICY owner_searches ON look_up FOR SELECT TO luohu_owner USING (true);

-- A loop, since SQL with generate_series takes five times as long, for every home that is indexed.
CREATE FUNCTION pairs_of(address text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  bare constant text := lower(regexp_replace(address, '\s', '', 'g'));
  pairs text[] := '{}';
BEGIN
  FOR i IN 1 .. length(bare) - 1 LOOP
    pairs := pairs || substr(bare, i, 2);
  END LOOP;
  RETURN pairs;
END
$$;
COMMENT ON FUNCTION pairs_of(text) IS
  'Pairs of neighbouring characters: unlike trigrams they find two characters, in any script and locale';
CREATE INDEX dwelling_by_pairs ON dwelling USING gin (pairs_of(address));

-- Planned anew for each address: how rare its pairs are decides which way is short.
CREATE FUNCTION find_dwellings(at_county int, part text, at_most int) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  IF at_county = ANY (current_setting('luohu.counties')::int[])
    AND current_setting('luohu.department') = 'public-security' THEN
    RETURN QUERY
      SELECT d.dwelling_id FROM dwelling d
      WHERE d.county = at_county AND pairs_of(d.address) @> pairs_of(part)
        AND position(lower(regexp_replace(part, '\s', '', 'g'))
          IN lower(regexp_replace(d.address, '\s', '', 'g'))) > 0
      LIMIT at_most;
  END IF;
END
$$;
COMMENT ON FUNCTION find_dwellings(int, text, int) IS
  'Homes of a county in the scope whose address has a part of two or more characters, blanks and case aside';

CREATE FUNCTION find_look_ups(whom bigint, at_most int) RETURNS SETOF look_up
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF current_setting('luohu.department') = 'public-security' THEN
    RETURN QUERY
      SELECT l.* FROM look_up l
      WHERE l.people @> ARRAY[whom] AND l.county = ANY (current_setting('luohu.counties')::int[])
      ORDER BY l.at DESC, l.look_up_id DESC
      LIMIT at_most;
  END IF;
END
$$;
COMMENT ON FUNCTION find_look_ups(bigint, int) IS
  'Looks at a person''s data in the counties of the scope, newest first';

GRANT EXECUTE ON FUNCTION erase_payloads(int, uuid), erase_proposals(int, uuid), find_dwellings(int, text, int),
  find_look_ups(bigint, int), pairs_of(text) TO luohu_app;

-- Verifying, rebuilding and backing up read whole tables, every county; only the owner may, and only read.
DO $$
DECLARE
  each text;
BEGIN
  FOREACH each IN ARRAY ARRAY['register_event', 'register_payload', 'chain_head', 'checkpoint', 'event_person',
    'event_household', 'person', 'household', 'residence', 'membership', 'registration', 'identity_number',
    'withholding', 'booklet', 'act_receipt', 'proposal'] LOOP
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO luohu_owner USING (true)', each);
  END LOOP;
END
$$;

CREATE FUNCTION list_counties() RETURNS SETOF int
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  each text;
  found int;
  seen int[] := '{}';
BEGIN
  FOREACH each IN ARRAY ARRAY['chain_head', 'register_event', 'register_payload', 'checkpoint', 'event_person',
    'event_household', 'person', 'household', 'dwelling', 'residence', 'membership', 'withholding', 'booklet'] LOOP
    found := -2147483648;
    LOOP
      EXECUTE format('SELECT min(county) FROM %I WHERE county > $1', each) INTO found USING found;
      EXIT WHEN found IS NULL;
      seen := seen || found;
    END LOOP;
  END LOOP;
  RETURN QUERY SELECT DISTINCT county FROM unnest(seen) AS county ORDER BY county;
END
$$;
COMMENT ON FUNCTION list_counties() IS
  'Counties of which the register has any row, so that verification passes none over';
GRANT EXECUTE ON FUNCTION list_counties() TO luohu_app;
