/** How the embedded Postgres runs: durable first, then small. */

/**
 * The durable four are Postgres' own defaults, named here so that no configuration file in the
 * cluster can turn them off: a gate opens on the strength of an acknowledged commit (R1).
 */
const DURABLE = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_sync_method: 'fdatasync',
};

/** A port's register is small; the machine is shared with cameras and models. */
const SMALL = {
  shared_buffers: '32MB',
  max_connections: '40',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  max_wal_size: '256MB',
  min_wal_size: '80MB',
  max_parallel_workers_per_gather: '0',
  max_worker_processes: '4',
  autovacuum_max_workers: '1',
  jit: 'off',
  // Fewer processes: the I/O workers of version 18 would each cost memory for nothing here.
  io_method: 'sync',
};

const QUIET = {
  log_destination: 'stderr',
  logging_collector: 'off',
  log_checkpoints: 'off',
  // Statements carry sealed columns and ids: they stay out of the log even when they fail.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

export function serverArguments(port: number): string[] {
  const settings = {
    ...DURABLE,
    ...SMALL,
    ...QUIET,
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
