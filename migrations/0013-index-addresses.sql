-- The home at exactly one address. The pairs of characters find parts of addresses, and too many homes for a short one.
CREATE INDEX dwelling_by_address ON dwelling (county, address, community);
