/** Errors over HTTP (RFC 9457): one table from our codes to status and title, one place that writes the answer. */
import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, isRoomError, RoomError } from '../kernel/index.ts';
import type { Problem } from './wire/kiosk.ts';

interface Entry {
  readonly status: number;
  readonly title: string;
}

const PROBLEMS: Readonly<Record<ErrorCode, Entry>> = {
  FIELD_INVALID: { status: 422, title: 'A field is not right' },
  NOT_FOUND: { status: 404, title: 'Not found' },
  ALREADY_EXISTS: { status: 409, title: 'It exists already' },
  NOT_SIGNED_IN: { status: 401, title: 'Sign in first' },
  NOT_ALLOWED: { status: 403, title: 'Not allowed' },
  RATE_LIMITED: { status: 429, title: 'Too many requests' },
  IMAGE_UNREADABLE: { status: 422, title: 'The picture cannot be read' },
  IMAGE_TOO_LARGE: { status: 413, title: 'The picture is too large' },
  MODEL_MISMATCH: { status: 409, title: 'Made by another model' },
  TEMPLATE_INVALID: { status: 422, title: 'The template cannot be read' },
  TEMPLATE_TAMPERED: { status: 409, title: 'The template was changed' },
  CONSENT_MISSING: { status: 403, title: 'Consent is missing' },
  GALLERY_FULL: { status: 409, title: 'The gallery is full' },
  RULES_INVALID: { status: 500, title: 'The rules are not valid' },
  RULES_NOT_LOADED: { status: 503, title: 'The rules are not loaded' },
  DEVICE_FAULT: { status: 503, title: 'A device does not answer' },
  STORE_UNAVAILABLE: { status: 503, title: 'The records cannot be reached' },
  STORE_NEWER_VERSION: { status: 503, title: 'The records are of a newer version' },
  STORE_CONFLICT: { status: 409, title: 'Somebody else was quicker' },
  DISK_FULL: { status: 507, title: 'The disk is full' },
  KEYS_MISSING: { status: 503, title: 'The keys are missing' },
  PORT_TAKEN: { status: 503, title: 'The address is taken' },
  CONFIG_INVALID: { status: 500, title: 'A setting is not right' },
  ALREADY_RUNNING: { status: 409, title: 'It is running already' },
  CANCELLED: { status: 409, title: 'Cancelled' },
  INTERNAL: { status: 500, title: 'A fault of ours' },
};

const HELP = 'You may always use a counter or the card lane instead, or call the hotline 12367.';

export function problemOf(error: unknown): Problem {
  const known = asRoomError(error);
  const { status, title } = PROBLEMS[known.code];
  return {
    type: `urn:kouan:problem:${known.code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    code: known.code,
    detail:
      known.code === 'INTERNAL' ? 'Something of ours broke. Nothing was lost or used up.' : known.message,
    ...(known.facts.field === undefined ? {} : { field: known.facts.field }),
    ...(known.facts.expected === undefined ? {} : { expected: known.facts.expected }),
    trace: randomUUID(),
    nothingLost: true,
    help: HELP,
  };
}

function asRoomError(error: unknown): RoomError {
  if (isRoomError(error)) return error;
  const foreign = error as Partial<FastifyError>;
  const first = foreign.validation?.[0];
  if (first) return invalidField(first.instancePath, first.message, foreign.validationContext);
  if (foreign.statusCode === 429) return new RoomError('RATE_LIMITED', 'Please wait a moment and try again.');
  if (foreign.statusCode === 413) {
    return new RoomError('IMAGE_TOO_LARGE', 'What was sent is larger than this place takes.');
  }
  if (foreign.statusCode && foreign.statusCode < 500) {
    return new RoomError('FIELD_INVALID', foreign.message ?? 'The request cannot be read.', {
      field: 'body',
    });
  }
  return new RoomError('INTERNAL', 'A fault of ours.', {}, error);
}

function invalidField(path: string | undefined, message: string | undefined, where = 'body'): RoomError {
  const field = path?.split('/').filter(Boolean).join('.') || where;
  return new RoomError('FIELD_INVALID', `${field}: ${message ?? 'not as expected'}.`, {
    field,
    ...(message === undefined ? {} : { expected: message }),
  });
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error);
  if (problem.status >= 500)
    request.log.error({ trace: problem.trace, code: problem.code, at: placeOf(error) }, 'request failed');
  return reply.code(problem.status).type('application/problem+json').send(problem);
}

/** Where it broke, without the message: a store's message can quote a person's data, and no log may hold that. */
const placeOf = (error: unknown): string[] =>
  error instanceof Error ? (error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? []) : [];
