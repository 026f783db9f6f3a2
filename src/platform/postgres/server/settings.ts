/** How PostgreSQL runs on a small machine that does other work too. Durability is never traded. */
export const usualSettings: Readonly<Record<string, string>> = {
  shared_buffers: "192MB",
  max_connections: "100",
  effective_cache_size: "1GB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  random_page_cost: "1.1",
  jit: "off",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  // What has to be done over after kill -9 is bounded by these two.
  max_wal_size: "1GB",
  checkpoint_timeout: "5min",
  timezone: "UTC",
  log_timezone: "UTC",
  // A failed statement is the program's to tell; its details would be personal data in a log.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};
