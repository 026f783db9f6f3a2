-- Checkpoints of the exchange's log, as those of the register: what is rewritten before the newest is named by verify.

CREATE TABLE exchange_checkpoint (
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
COMMENT ON TABLE exchange_checkpoint IS 'Signed stretches of an exchange log: what is rewritten before the newest is named by verify';
COMMENT ON COLUMN exchange_checkpoint.county IS 'County of the log';
COMMENT ON COLUMN exchange_checkpoint.through_seq IS 'Last entry that is signed';
COMMENT ON COLUMN exchange_checkpoint.from_seq IS 'First entry that is signed: the one after the checkpoint before';
COMMENT ON COLUMN exchange_checkpoint.hashes IS 'Hashes of these entries one after the other, 32 bytes each';
COMMENT ON COLUMN exchange_checkpoint.signed IS 'When it was signed';
COMMENT ON COLUMN exchange_checkpoint.key_id IS 'Key that signed it; of signing_key';
COMMENT ON COLUMN exchange_checkpoint.signature IS 'Ed25519 signature over county, stretch, time and hashes';

ALTER TABLE exchange_checkpoint ENABLE ROW LEVEL SECURITY;
ALTER TABLE exchange_checkpoint FORCE ROW LEVEL SECURITY;
CREATE POLICY here ON exchange_checkpoint
  USING ((SELECT current_setting('luohu.department')) = 'public-security'
    AND county = ANY ((SELECT current_setting('luohu.counties')::int[])::int[]));
CREATE POLICY owner_reads ON exchange_checkpoint FOR SELECT TO luohu_owner USING (true);
GRANT SELECT, INSERT ON exchange_checkpoint TO luohu_app;

-- A log whose head was taken away is still one, and is told of.
CREATE OR REPLACE FUNCTION counties_with_exchange() RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE logged AS (
    SELECT min(county) AS county FROM exchange_log
    UNION ALL
    SELECT (SELECT min(county) FROM exchange_log l WHERE l.county > logged.county) FROM logged WHERE county IS NOT NULL
  )
  SELECT county FROM exchange_head
  UNION SELECT county FROM logged WHERE county IS NOT NULL
  UNION SELECT county FROM exchange_checkpoint
  ORDER BY county
$$;
