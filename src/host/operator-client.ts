/** The command line beside a running server: asks it instead of opening the data folder a second time. */
import { ERROR_CODES, type ErrorCode, RoomError } from '../kernel/index.ts';
import { ownerOf } from './data-folder.ts';

export interface RunningPort {
  ask(command: string, input: unknown): Promise<unknown>;
}

interface Answer {
  readonly result?: unknown;
  readonly code?: string;
  readonly detail?: string;
  readonly field?: string;
}

/** The port that owns the folder, if one runs and listens. Throws ALREADY_RUNNING while one is still starting. */
export function runningPort(dataDir: string): RunningPort | undefined {
  const owner = ownerOf(dataDir);
  if (!owner) return undefined;
  const { address, token, pid } = owner;
  if (!address) {
    throw new RoomError(
      'ALREADY_RUNNING',
      `Process ${pid} is just opening ${dataDir}. Try again in a moment.`,
      { field: 'KOUAN_DATA' },
    );
  }
  return {
    async ask(command, input) {
      const reply = await fetch(`${address}/v1/operator/${command}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(input ?? null),
      });
      const answer = (await reply.json()) as Answer;
      if (reply.ok) return answer.result;
      throw new RoomError(
        knownCode(answer.code),
        answer.detail ?? `The port answered ${reply.status}.`,
        answer.field ? { field: answer.field } : {},
      );
    },
  };
}

const knownCode = (code: string | undefined): ErrorCode =>
  ERROR_CODES.find((known) => known === code) ?? 'INTERNAL';
