-- Who signs in, what they are appointed to, and the sessions they have open. Not register tables: an account is
-- global, and a session has to be found before anybody's county is known, so there is no row security here. What
-- the program may do is narrow instead: it cannot appoint anyone, nor say what kind of installation this is.

CREATE TABLE installation (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  kind text NOT NULL CHECK (kind IN ('demo', 'real')),
  made timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE installation IS 'What this database is for: said once, when its first data are made, and never changed';
COMMENT ON COLUMN installation.one IS 'There is one row';
COMMENT ON COLUMN installation.kind IS 'demo: all people are made up, anyone may sign in as any; real: neither';
COMMENT ON COLUMN installation.made IS 'When it was said';
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON installation
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE account (
  account_id uuid PRIMARY KEY,
  issuer text NOT NULL,
  subject text NOT NULL,
  name text,
  name_en text,
  created timestamptz NOT NULL DEFAULT now(),
  last_sign_in timestamptz,
  UNIQUE (issuer, subject)
);
COMMENT ON TABLE account IS 'People as the identity provider knows them';
COMMENT ON COLUMN account.account_id IS 'Key of the account';
COMMENT ON COLUMN account.issuer IS 'Identity provider: the iss of OpenID Connect, or urn:luohu:demo-identity';
COMMENT ON COLUMN account.subject IS 'Key of the person at the provider: the sub of OpenID Connect';
COMMENT ON COLUMN account.name IS 'Name as the provider gave it at the last sign-in; null before the first';
COMMENT ON COLUMN account.name_en IS 'Name in Latin letters, where the provider gives one';
COMMENT ON COLUMN account.created IS 'When the account was made';
COMMENT ON COLUMN account.last_sign_in IS 'When the person signed in last; null before the first time';

CREATE FUNCTION refuse_demo_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.issuer = 'urn:luohu:demo-identity'
    AND NOT EXISTS (SELECT FROM public.installation WHERE kind = 'demo') THEN
    RAISE EXCEPTION 'demo accounts are for demo data only' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION refuse_demo_account() IS 'Keeps the people of the demo out of a real installation';
CREATE TRIGGER demo_only BEFORE INSERT OR UPDATE OF issuer ON account
  FOR EACH ROW EXECUTE FUNCTION refuse_demo_account();

CREATE TABLE appointment (
  appointment_id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  role text NOT NULL CHECK (role IN ('window-clerk', 'approver', 'department-officer', 'lawmaker', 'auditor',
    'data-protection-officer')),
  counties int[] NOT NULL CHECK (array_position(counties, NULL) IS NULL AND cardinality(counties) <= 200),
  department text,
  during daterange NOT NULL CHECK (NOT isempty(during) AND NOT lower_inf(during)),
  created timestamptz NOT NULL DEFAULT now(),
  CHECK (role = 'lawmaker' OR cardinality(counties) > 0),
  CHECK (role NOT IN ('window-clerk', 'approver', 'department-officer') OR department IS NOT NULL),
  CONSTRAINT appointment_once EXCLUDE USING gist (account_id WITH =, role WITH =, during WITH &&)
);
COMMENT ON TABLE appointment IS 'Which roles staff have, where and when; the program only reads it';
COMMENT ON COLUMN appointment.appointment_id IS 'Key of the appointment';
COMMENT ON COLUMN appointment.account_id IS 'Who is appointed';
COMMENT ON COLUMN appointment.role IS 'Role; everybody may act as a resident, so that is none';
COMMENT ON COLUMN appointment.counties IS 'Counties (GB/T 2260) in which; none for lawmakers';
COMMENT ON COLUMN appointment.department IS 'Department for which, as rulebooks/vocabulary.yaml names it';
COMMENT ON COLUMN appointment.during IS 'Days on which it holds';
COMMENT ON COLUMN appointment.created IS 'When it was made';

CREATE TABLE session (
  session_hash bytea PRIMARY KEY CHECK (length(session_hash) = 32),
  account_id uuid NOT NULL REFERENCES account,
  appointment_id uuid REFERENCES appointment,
  person_id bigint,
  csrf text NOT NULL,
  created timestamptz NOT NULL,
  last_seen timestamptz NOT NULL,
  expires timestamptz NOT NULL
);
CREATE INDEX session_by_account ON session (account_id);
CREATE INDEX session_by_expiry ON session (expires);
COMMENT ON TABLE session IS 'Who is signed in; a row goes when its session ends';
COMMENT ON COLUMN session.session_hash IS 'sha256 of what the cookie holds, so that this table opens no session';
COMMENT ON COLUMN session.account_id IS 'Who is signed in';
COMMENT ON COLUMN session.appointment_id IS 'Appointment the session acts in; null while it acts as a resident';
COMMENT ON COLUMN session.person_id IS 'The register''s person with the ID number that the provider vouched for';
COMMENT ON COLUMN session.csrf IS 'What our own pages send along with every change';
COMMENT ON COLUMN session.created IS 'When it began';
COMMENT ON COLUMN session.last_seen IS 'When it was last used, to the minute';
COMMENT ON COLUMN session.expires IS 'When it ends, used or not';

GRANT SELECT ON installation, appointment TO luohu_app;
GRANT SELECT, INSERT, UPDATE (name, name_en, last_sign_in) ON account TO luohu_app;
GRANT SELECT, INSERT, DELETE, UPDATE (last_seen) ON session TO luohu_app;
