/** Server-sent events: named, with a heartbeat, ended when the reader goes. */
import type { FastifyReply, FastifyRequest } from 'fastify';

const HEARTBEAT_MS = 15_000;
/** A reader that does not keep up is dropped at this backlog; the browser comes back by itself. */
const BACKLOG_BYTES_MAX = 1 << 20;

export type SendEvent = (name: string, data: unknown) => void;

/** Opens the stream; `subscribe` gets the sender and returns how to stop. */
export function streamEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  subscribe: (send: SendEvent) => () => void,
): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 1000\n\n');
  const stop = subscribe((name, data) => {
    if (raw.writableLength > BACKLOG_BYTES_MAX) raw.destroy();
    else raw.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  });
  const beat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
  request.raw.on('close', () => {
    clearInterval(beat);
    stop();
  });
}
