/** Server-sent events with a reconnection that never gives up. */
import { type CancelTimer, millis, systemClock } from '../../../src/kernel/index.ts';

export type Connection = 'connecting' | 'live' | 'lost';

/** Waiting before a stream is opened anew after the browser gave it up (an HTTP error, not a cut). */
const REOPEN_AFTER_MS = 2_000;

export interface StreamHandlers {
  /** One handler per event name; it gets the text of `data:`. */
  readonly events: Readonly<Record<string, (data: string) => void>>;
  readonly connection: (state: Connection) => void;
}

/** Opens the stream; the function returned closes it for good. */
export function openStream(path: string, handlers: StreamHandlers): () => void {
  let source: EventSource | undefined;
  let cancelReopen: CancelTimer | undefined;
  const open = () => {
    const stream = new EventSource(path);
    source = stream;
    stream.onopen = () => handlers.connection('live');
    stream.onerror = () => {
      handlers.connection('lost');
      if (stream.readyState !== EventSource.CLOSED) return;
      stream.close();
      cancelReopen = systemClock.after(millis(REOPEN_AFTER_MS), open);
    };
    for (const [name, handle] of Object.entries(handlers.events)) {
      stream.addEventListener(name, (event) => handle(String(event.data)));
    }
  };
  handlers.connection('connecting');
  open();
  return () => {
    cancelReopen?.();
    source?.close();
  };
}
