/** The lanes of the demonstration port. */
import type { LaneId } from '../../kernel/index.ts';

export interface LanePlan {
  readonly id: LaneId;
  readonly number: number;
  readonly direction: 'entry' | 'exit';
  /** Room for wheelchairs and luggage. */
  readonly wide: boolean;
  readonly kind: 'simulated' | 'kiosk';
}

const lane = (
  id: string,
  number: number,
  direction: 'entry' | 'exit',
  more: Partial<LanePlan> = {},
): LanePlan => ({
  id: id as LaneId,
  number,
  direction,
  wide: false,
  kind: 'simulated',
  ...more,
});

export const LANES: readonly LanePlan[] = [
  lane('1', 1, 'exit'),
  lane('2', 2, 'exit', { wide: true }),
  lane('3', 3, 'entry'),
  lane('4', 4, 'entry', { wide: true }),
  lane('K1', 5, 'exit', { kind: 'kiosk', wide: true }),
];

export const PORT = {
  id: 'szb',
  name: {
    'zh-Hant': '深圳灣口岸',
    'zh-Hans': '深圳湾口岸',
    en: 'Shenzhen Bay Port',
    pt: 'Posto da Baía de Shenzhen',
  },
  /** The territory on the other side. */
  leadsTo: 'HK',
} as const;
