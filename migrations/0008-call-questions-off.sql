-- A question of a case that was withdrawn is not asked any more: what it was for is gone (PIPL art. 47).

ALTER TABLE exchange_request DROP CONSTRAINT exchange_request_state_check;
ALTER TABLE exchange_request ADD CONSTRAINT exchange_request_state_check
  CHECK (state IN ('waiting', 'answered', 'refused', 'unreachable', 'called-off'));
COMMENT ON COLUMN exchange_request.state IS
  'waiting, answered, refused by the department, unreachable: given up, or called-off: the case was withdrawn';
COMMENT ON COLUMN exchange_request.settled IS 'When it was answered, refused, given up or called off';

ALTER TABLE exchange_log DROP CONSTRAINT exchange_log_kind_check;
ALTER TABLE exchange_log ADD CONSTRAINT exchange_log_kind_check
  CHECK (kind IN ('asked', 'answered', 'refused', 'unreachable', 'called-off'));
COMMENT ON COLUMN exchange_log.kind IS 'asked, answered, refused, unreachable or called-off';
COMMENT ON COLUMN exchange_log.digest IS
  'sha256 of the payload; of the code where a department refused or could not be reached, or the question was called off';
