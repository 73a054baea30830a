/** What a lane is called on pages: its number, or its id for a kiosk. */
import type { LaneView } from '../../src/server/index.ts';
import { portWords } from '../shared/i18n/port-words.ts';
import type { Words } from '../shared/i18n/words.ts';

type Say = (text: Words, values?: Readonly<Record<string, string | number>>) => string;

export const laneName = (lane: Pick<LaneView, 'id' | 'kind' | 'number'>, say: Say): string =>
  lane.kind === 'kiosk' ? say(portWords.kioskLane, { n: lane.id }) : say(portWords.lane, { n: lane.number });
