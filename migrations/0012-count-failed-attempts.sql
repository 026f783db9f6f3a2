COMMENT ON COLUMN exchange_request.attempts IS
  'How often it was sent and nobody answered; one whose sender was killed meanwhile does not count';
