/** Turns what Postgres wrote into its log before it ended into a sentence for the person who started it. */
import { RoomError } from '../../kernel/index.ts';

const EXPLANATIONS = [
  {
    sign: /No space left on device|could not (?:extend|write).*(?:ENOSPC|space)|Disk quota exceeded/i,
    code: 'DISK_FULL',
    text: 'The disk with the data folder is full. Free some space, then start again; nothing that was acknowledged is lost.',
  },
  {
    sign: /Address already in use|could not (?:create any TCP\/IP|bind IPv4)/i,
    code: 'PORT_TAKEN',
    text: 'The port of the embedded Postgres is taken by another program.',
  },
  {
    sign: /not compatible with this version|incompatible with server/i,
    code: 'STORE_NEWER_VERSION',
    text: 'The data folder was written by another version of Postgres than this one. Start the Kouan that wrote it, or choose another folder with KOUAN_DATA.',
  },
  {
    sign: /Permission denied|Operation not permitted|Read-only file system/i,
    code: 'CONFIG_INVALID',
    text: 'Postgres may not write to the data folder. Give it to the user who starts Kouan, or choose another one with KOUAN_DATA.',
  },
] as const;

/** `log` is the end of what Postgres wrote; it names paths, never travellers. */
export function explainFailure(log: string, cause?: unknown): RoomError {
  const known = EXPLANATIONS.find(({ sign }) => sign.test(log));
  if (known) return new RoomError(known.code, known.text, { field: 'KOUAN_DATA', log }, cause);
  const text = 'The embedded Postgres did not start. Its log is postgres/postgres.log in the data folder.';
  return new RoomError('STORE_UNAVAILABLE', text, { log }, cause);
}
