/** Everything that is open while Kouan works on a data folder: the store, the law, the engines. */
import type { Clock, TravellerId } from '../../kernel/index.ts';
import type { Law } from '../../policy/index.ts';
import type { KeyProvider, Records } from '../../records/index.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Engines } from '../matching/engines.ts';
import type { GalleryLoad } from '../matching/load-gallery.ts';
import type { Places } from '../places.ts';
import type { Settings } from '../settings.ts';

export interface House {
  readonly settings: Settings;
  readonly places: Places;
  readonly folder: DataFolder;
  readonly clock: Clock;
  readonly records: Records;
  readonly law: Law;
  readonly engines: Engines;
  readonly gallery: GalleryLoad;
  /** Wraps what else has to be kept secret: the issuer's keys. */
  readonly keys: KeyProvider;
  readonly keysMade: boolean;
  /** Told of everybody whose templates are gone, within a second of the withdrawal (C-13). */
  onErased(listener: (traveller: TravellerId) => void): void;
  close(): Promise<void>;
}
