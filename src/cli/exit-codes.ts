/** How the process ends. 0 passed or done, 1 a fault of ours, 2 input that cannot be used, 3 referred to an officer. */
import type { ErrorCode } from '../kernel/index.ts';

export const EXIT = { done: 0, fault: 1, input: 2, referred: 3 } as const;

/** Trouble that the person at the terminal can mend; everything else is a fault of ours. */
const THEIRS: ReadonlySet<ErrorCode> = new Set([
  'FIELD_INVALID',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'NOT_ALLOWED',
  'IMAGE_UNREADABLE',
  'IMAGE_TOO_LARGE',
  'CONSENT_MISSING',
  'GALLERY_FULL',
  'RULES_INVALID',
  'TEMPLATE_INVALID',
  'CONFIG_INVALID',
  'PORT_TAKEN',
  'DISK_FULL',
  'KEYS_MISSING',
  'STORE_NEWER_VERSION',
  'ALREADY_RUNNING',
]);

export const exitCodeOf = (code: ErrorCode): number => (THEIRS.has(code) ? EXIT.input : EXIT.fault);
