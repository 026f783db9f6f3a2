-- Who there is in the database, and what both sides rely on. Runs as whoever migrates;
-- every later migration runs as luohu_owner.

-- luohu_owner owns the schema and is nobody's login, except in the PostgreSQL that comes in the box.
-- luohu_app is what the program works as: it owns nothing, and row-level security binds it.
DO $$
DECLARE
  role text;
  administrator boolean := (SELECT rolsuper FROM pg_roles WHERE rolname = current_user);
BEGIN
  IF NOT has_schema_privilege('public', 'CREATE WITH GRANT OPTION') THEN
    RAISE EXCEPTION '% does not own the database %: as an administrator: ALTER DATABASE % OWNER TO %',
      current_user, current_database(), quote_ident(current_database()), quote_ident(current_user);
  END IF;
  FOREACH role IN ARRAY ARRAY['luohu_owner', 'luohu_app'] LOOP
    CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = role);
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', role);
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN
        NULL; -- Roles belong to the whole server: another database was quicker.
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'there is no role %, and % may not create it: as an administrator: '
          'CREATE ROLE luohu_owner; CREATE ROLE luohu_app; GRANT luohu_owner, luohu_app TO %',
          role, current_user, quote_ident(current_user);
    END;
  END LOOP;
  -- Who migrates puts on both: the owner to make tables, the program's when it has no login.
  FOREACH role IN ARRAY ARRAY['luohu_owner', 'luohu_app'] LOOP
    CONTINUE WHEN administrator OR current_user = role;
    BEGIN
      EXECUTE format('GRANT %I TO %I', role, current_user);
    EXCEPTION WHEN insufficient_privilege THEN
      CONTINUE WHEN pg_has_role(role, 'MEMBER');
      RAISE EXCEPTION '% is not a member of %: as an administrator: GRANT luohu_owner, luohu_app TO %',
        current_user, role, quote_ident(current_user);
    END;
  END LOOP;
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO luohu_app', current_database());
END
$$;

-- Trigrams find a name by a part of it; btree_gist puts the county into exclusion constraints.
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

-- Nobody makes anything here but the owner, and nothing is open to all unless said.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO luohu_owner;
GRANT USAGE ON SCHEMA public TO luohu_app;

CREATE SCHEMA rebuild AUTHORIZATION luohu_owner;
COMMENT ON SCHEMA rebuild IS 'Where luohu rebuild makes tables anew before they take the place of the old; else empty';

ALTER DEFAULT PRIVILEGES FOR ROLE luohu_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE schema_migration (
  number int PRIMARY KEY CHECK (number > 0),
  name text NOT NULL UNIQUE,
  checksum text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE schema_migration OWNER TO luohu_owner;
COMMENT ON TABLE schema_migration IS 'Which migrations this database has had';
COMMENT ON COLUMN schema_migration.number IS 'Number of the file, from 1 without a gap';
COMMENT ON COLUMN schema_migration.name IS 'Name of the file, without .sql';
COMMENT ON COLUMN schema_migration.checksum IS 'sha256 of the file, hexadecimal; an applied file is never changed';
COMMENT ON COLUMN schema_migration.applied_at IS 'When it was applied';
