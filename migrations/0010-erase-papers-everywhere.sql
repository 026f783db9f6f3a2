-- An erasure takes along what is kept beside the register, in whatever county: the questions and answers about the person,
-- and of every case that names them what was said and handed in. The program writes back what others said in it.

CREATE OR REPLACE FUNCTION erase_proposals(at_county int, erasure uuid) RETURNS void
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

CREATE POLICY owner_erases ON exchange_payload FOR DELETE TO luohu_owner USING (true);
CREATE POLICY owner_erases ON challenge FOR DELETE TO luohu_owner USING (true);

CREATE FUNCTION erase_exchange(at_county int, erasure uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM exchange_payload x
  USING register_event e
    JOIN register_payload own ON own.county = e.county AND own.event_id = e.event_id
    JOIN exchange_request r ON r.person_id = (convert_from(own.payload, 'UTF8')::jsonb -> 'event' ->> 'person')::bigint
  WHERE e.county = at_county AND e.event_id = erasure AND e.type = 'person-erased'
    AND x.county = r.county AND x.request_id = r.request_id;
  DELETE FROM challenge c
  USING register_event e
    JOIN register_payload own ON own.county = e.county AND own.event_id = e.event_id
  WHERE e.county = at_county AND e.event_id = erasure AND e.type = 'person-erased'
    AND c.person_id = (convert_from(own.payload, 'UTF8')::jsonb -> 'event' ->> 'person')::bigint
$$;
COMMENT ON FUNCTION erase_exchange(int, uuid) IS
  'Removes what departments were asked and answered about the person whom a person-erased event of the county names, and their challenges, in every county';

CREATE FUNCTION counties_of_exchange(whom bigint) RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT county FROM exchange_request WHERE person_id = whom UNION SELECT county FROM challenge WHERE person_id = whom
$$;
COMMENT ON FUNCTION counties_of_exchange(bigint) IS 'Counties that asked departments about a person, or whose looks they objected to';

DROP FUNCTION erase_cases(int, uuid);
CREATE FUNCTION erase_case(at_county int, erasure uuid, of_county int, of_case uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM case_payload s
  USING register_event e
    JOIN register_payload own ON own.county = e.county AND own.event_id = e.event_id
    JOIN case_person p ON p.person_id = (convert_from(own.payload, 'UTF8')::jsonb -> 'event' ->> 'person')::bigint
  WHERE e.county = at_county AND e.event_id = erasure AND e.type = 'person-erased'
    AND p.county = of_county AND p.case_id = of_case AND s.county = of_county AND s.case_id = of_case;
  DELETE FROM case_document s
  USING register_event e
    JOIN register_payload own ON own.county = e.county AND own.event_id = e.event_id
    JOIN case_person p ON p.person_id = (convert_from(own.payload, 'UTF8')::jsonb -> 'event' ->> 'person')::bigint
  WHERE e.county = at_county AND e.event_id = erasure AND e.type = 'person-erased'
    AND p.county = of_county AND p.case_id = of_case AND s.county = of_county AND s.case_id = of_case
$$;
COMMENT ON FUNCTION erase_case(int, uuid, int, uuid) IS
  'Removes what was said and handed in in a case that names the person whom a person-erased event of the county names';

CREATE FUNCTION counties_of_cases(whom bigint) RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT county FROM case_person WHERE person_id = whom
$$;
COMMENT ON FUNCTION counties_of_cases(bigint) IS 'Counties with a case that is about a person, or for which they sign';

GRANT EXECUTE ON FUNCTION erase_exchange(int, uuid), counties_of_exchange(bigint), erase_case(int, uuid, int, uuid),
  counties_of_cases(bigint) TO luohu_app;
