/** The command line beside a running server: asks it instead of opening the data folder a second time. */
import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import { ERROR_CODES, type ErrorCode, RoomError } from '../kernel/index.ts';
import { ownerOf } from './data-folder.ts';
import type { Settings } from './settings.ts';

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
export function runningPort({ dataDir, tls }: Pick<Settings, 'dataDir' | 'tls'>): RunningPort | undefined {
  const owner = ownerOf(dataDir);
  if (!owner) return undefined;
  const { address, token, pid } = owner;
  if (!address) {
    throw new RoomError(
      'ALREADY_RUNNING',
      `Process ${pid} is just opening ${dataDir}. Try again in a moment.`,
      {
        field: 'KOUAN_DATA',
      },
    );
  }
  return {
    async ask(command, input) {
      const url = `${address}/v1/operator/${command}`;
      const { status, answer } = await post(url, token, JSON.stringify(input ?? null), tls?.cert);
      if (status < 300) return answer.result;
      const facts = answer.field ? { field: answer.field } : {};
      throw new RoomError(knownCode(answer.code), answer.detail ?? `The port answered ${status}.`, facts);
    },
  };
}

const knownCode = (code: string | undefined): ErrorCode =>
  ERROR_CODES.find((known) => known === code) ?? 'INTERNAL';

/** Over TLS the port is known by its own certificate, whatever name that carries: it is reached on loopback. */
function post(
  url: string,
  token: string,
  body: string,
  cert: string | undefined,
): Promise<{ status: number; answer: Answer }> {
  const secure = url.startsWith('https:');
  const options = {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    ...(secure && cert ? { ca: cert, checkServerIdentity: () => undefined } : {}),
  };
  return new Promise((resolve, reject) => {
    const call = (secure ? https : http).request(url, options, (reply) => {
      text(reply)
        .then((answer) => resolve({ status: reply.statusCode ?? 500, answer: JSON.parse(answer) as Answer }))
        .catch(reject);
    });
    call.on('error', (cause) => reject(unreachable(url, cause)));
    call.end(body);
  });
}

const unreachable = (url: string, cause: Error) =>
  new RoomError(
    'STORE_UNAVAILABLE',
    `The port at ${new URL(url).origin} does not answer this command (${cause.message}). With TLS, set KOUAN_TLS_KEY and KOUAN_TLS_CERT as for the port.`,
    {},
    cause,
  );
