/** Every requirement once, by letter: what names in rules, comments and tests are held against. */
import type { Group } from './list/group.ts';
import { LANE_GROUPS } from './list/lane.ts';
import { SCHEME_GROUPS } from './list/schemes.ts';
import { SERVICE_GROUPS } from './list/service.ts';
import { TRAVEL_GROUPS } from './list/travel.ts';

export const GROUPS: readonly Group[] = [
  ...LANE_GROUPS,
  ...SCHEME_GROUPS,
  ...TRAVEL_GROUPS,
  ...SERVICE_GROUPS,
];

const ids = new Set(GROUPS.flatMap(({ requirements }) => Object.keys(requirements)));

export const isRequirement = (id: string): boolean => ids.has(id);
