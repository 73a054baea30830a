/** The gallery's side of the protocol: promises over the messages of one shard. */
import { RoomError } from '../../kernel/index.ts';
import type { ShardAnswer, ShardCommand, ShardReply, ShardRequest } from './gallery-protocol.ts';

/** A way to a shard: a worker thread in service, a puppet in tests. Messages keep their order. */
export interface ShardPort {
  post(request: ShardRequest, transfer: readonly ArrayBuffer[]): void;
  onReply(listener: (reply: ShardReply) => void): void;
  /** The shard is gone: crashed, or ended after `close`. */
  onGone(listener: (cause: unknown) => void): void;
}

export interface ShardClient {
  ask(command: ShardCommand, transfer?: readonly ArrayBuffer[]): Promise<ShardAnswer>;
}

interface Waiting {
  readonly resolve: (answer: ShardAnswer) => void;
  readonly reject: (error: RoomError) => void;
}

function shardGone(cause: unknown): RoomError {
  return new RoomError(
    'INTERNAL',
    'A worker of the gallery has stopped; open the gallery again and load it from the sealed records.',
    {},
    cause,
  );
}

/** `onFault` is told once, when the shard goes without having been closed. */
export function connectShard(port: ShardPort, onFault: (error: RoomError) => void): ShardClient {
  const waiting = new Map<number, Waiting>();
  let [seq, closing] = [0, false];
  let gone: RoomError | undefined;

  port.onReply((reply) => {
    const asked = waiting.get(reply.seq);
    waiting.delete(reply.seq);
    if ('answer' in reply) asked?.resolve(reply.answer);
    else asked?.reject(new RoomError(reply.error.code, reply.error.message));
  });
  port.onGone((cause) => {
    if (gone) return;
    gone = shardGone(cause);
    for (const asked of waiting.values()) asked.reject(gone);
    waiting.clear();
    if (!closing) onFault(gone);
  });

  return {
    ask(command, transfer = []) {
      if (gone) return Promise.reject(gone);
      if (command.kind === 'close') closing = true;
      return new Promise((resolve, reject) => {
        waiting.set(++seq, { resolve, reject });
        port.post({ seq, command }, transfer);
      });
    },
  };
}
