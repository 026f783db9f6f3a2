-- Papers that people hand in with an application. Their bytes are sealed with a key outside the database: whoever reads
-- the tables, or a backup of them, cannot read the papers.

CREATE TABLE case_document (
  county int NOT NULL,
  case_id uuid NOT NULL,
  document_id uuid NOT NULL,
  paper text NOT NULL,
  type text NOT NULL CHECK (type IN ('application/pdf', 'image/jpeg', 'image/png')),
  size int NOT NULL CHECK (size > 0),
  digest bytea NOT NULL CHECK (length(digest) = 32),
  account uuid NOT NULL,
  at_window boolean NOT NULL,
  at timestamptz NOT NULL,
  key_id text NOT NULL,
  nonce bytea NOT NULL CHECK (length(nonce) = 12),
  sealed bytea NOT NULL,
  PRIMARY KEY (county, case_id, document_id),
  FOREIGN KEY (county, case_id) REFERENCES case_file
);
ALTER TABLE case_document ALTER COLUMN sealed SET STORAGE EXTERNAL;
COMMENT ON TABLE case_document IS 'Papers handed in with an application, sealed with a key outside the database';
COMMENT ON COLUMN case_document.county IS 'County of the case';
COMMENT ON COLUMN case_document.case_id IS 'The case';
COMMENT ON COLUMN case_document.document_id IS 'Key, a UUID of version 7';
COMMENT ON COLUMN case_document.paper IS 'Which paper of the rulebook it is';
COMMENT ON COLUMN case_document.type IS 'What its first bytes say it is; what the sender called it is not believed';
COMMENT ON COLUMN case_document.size IS 'Bytes';
COMMENT ON COLUMN case_document.digest IS 'sha256 of the sealed bytes';
COMMENT ON COLUMN case_document.account IS 'Who handed it in';
COMMENT ON COLUMN case_document.at_window IS 'Whether a clerk did';
COMMENT ON COLUMN case_document.at IS 'When';
COMMENT ON COLUMN case_document.key_id IS 'Which key seals it';
COMMENT ON COLUMN case_document.nonce IS 'Nonce of AES-256-GCM';
COMMENT ON COLUMN case_document.sealed IS 'The bytes and the tag, sealed';

ALTER TABLE case_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_document FORCE ROW LEVEL SECURITY;
CREATE POLICY here ON case_document USING (
  (SELECT current_setting('luohu.department')) = 'public-security'
  AND county = ANY ((SELECT current_setting('luohu.counties')::int[])::int[]));
CREATE POLICY owner_reads ON case_document FOR SELECT TO luohu_owner USING (true);
CREATE POLICY owner_erases ON case_document FOR DELETE TO luohu_owner USING (true);

GRANT SELECT, INSERT, DELETE ON case_document TO luohu_app;
CREATE TRIGGER never_changed BEFORE UPDATE OR TRUNCATE ON case_document
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION find_own_case(whom bigint, which uuid) RETURNS TABLE (county int, case_id uuid, role text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF current_setting('luohu.department') = 'public-security' THEN
    RETURN QUERY
      SELECT p.county, p.case_id, p.role FROM case_person p WHERE p.person_id = whom AND p.case_id = which;
  END IF;
END
$$;
COMMENT ON FUNCTION find_own_case(bigint, uuid) IS 'Where a case is kept that is about a person or for which they sign';

-- An erasure takes along the papers, too.
CREATE OR REPLACE FUNCTION erase_cases(at_county int, erasure uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM case_payload s
  USING register_event e
    JOIN register_payload own ON own.county = e.county AND own.event_id = e.event_id
    JOIN case_file f ON f.person_id = (convert_from(own.payload, 'UTF8')::jsonb -> 'event' ->> 'person')::bigint
  WHERE e.county = at_county AND e.event_id = erasure AND e.type = 'person-erased'
    AND s.county = f.county AND s.case_id = f.case_id;
  DELETE FROM case_document s
  USING register_event e
    JOIN register_payload own ON own.county = e.county AND own.event_id = e.event_id
    JOIN case_file f ON f.person_id = (convert_from(own.payload, 'UTF8')::jsonb -> 'event' ->> 'person')::bigint
  WHERE e.county = at_county AND e.event_id = erasure AND e.type = 'person-erased'
    AND s.county = f.county AND s.case_id = f.case_id
$$;
COMMENT ON FUNCTION erase_cases(int, uuid) IS
  'Removes what was said and handed in in the cases of the person whom a person-erased event of the county names';

GRANT EXECUTE ON FUNCTION find_own_case(bigint, uuid) TO luohu_app;
