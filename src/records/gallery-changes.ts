/** Tells at once when any process stores or erases templates, so that a gallery in memory follows within a second. */
import pg from 'pg';
import { type Clock, millis } from '../kernel/index.ts';
import { GALLERY_CHANNEL } from './templates/gallery-channel.ts';

export interface GalleryListener {
  /** Somebody's templates changed: read them again, none may be left. */
  onChange(traveller: string): void;
  /** The line was cut and is back: changes may have been missed, load the gallery again. */
  onResync(): void;
}

const RETRY = millis(500);

/** Returns the way to stop listening. */
export function watchGallery(
  connectionString: string,
  clock: Clock,
  listener: GalleryListener,
): () => Promise<void> {
  let stopped = false;
  let client: pg.Client | undefined;
  let cancelRetry = () => {};

  async function listen(again: boolean): Promise<void> {
    if (stopped) return;
    const line = new pg.Client({ connectionString, connectionTimeoutMillis: 2000, keepAlive: true });
    client = line;
    line.on('notification', ({ payload }) => payload !== undefined && listener.onChange(payload));
    line.on('error', () => undefined);
    line.on('end', () => {
      if (!stopped) cancelRetry = clock.after(RETRY, () => void listen(true));
    });
    try {
      await line.connect();
      await line.query(`LISTEN ${GALLERY_CHANNEL}`);
      if (again) listener.onResync();
    } catch {
      await line.end().catch(() => undefined);
    }
  }

  void listen(false);
  return async () => {
    stopped = true;
    cancelRetry();
    await client?.end().catch(() => undefined);
  };
}
