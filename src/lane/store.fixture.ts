/** For tests: a store that can be made to fail, and that knows afterwards what was durable when. */
import { RoomError, type TravellerId } from '../kernel/index.ts';
import type { Recorder } from './collaborators.ts';

export type ClearanceFate = 'open' | 'void' | 'completed';

export class TestStore {
  /** By clearance. */
  readonly clearances = new Map<string, ClearanceFate>();
  readonly byKey = new Map<string, string>();
  readonly voidedKeys = new Set<string>();
  readonly referrals: string[] = [];
  readonly notes: string[] = [];
  readonly crossings: TravellerId[] = [];
  readonly broken: string[] = [];
  readonly #travellers = new Map<string, TravellerId>();

  readonly recorder: Recorder = {
    recordClearance: async ({ key, traveller }) => {
      const clearance = this.byKey.get(key) ?? `K-${this.byKey.size + 1}`;
      this.byKey.set(key, clearance);
      this.#travellers.set(clearance, traveller);
      this.clearances.set(
        clearance,
        this.voidedKeys.has(key) ? 'void' : (this.clearances.get(clearance) ?? 'open'),
      );
      return { clearance };
    },
    voidClearance: async ({ key }) => {
      this.voidedKeys.add(key);
      const clearance = this.byKey.get(key);
      if (clearance === undefined) return;
      if (this.clearances.get(clearance) === 'completed')
        this.broken.push('a completed crossing was made void');
      this.clearances.set(clearance, 'void');
    },
    complete: async ({ clearance }) => {
      const fate = this.clearances.get(clearance);
      if (fate === 'completed') return { crossing: `C-${clearance}` };
      if (fate !== 'open') throw new RoomError('STORE_CONFLICT', `Clearance ${clearance} is ${fate}.`);
      this.clearances.set(clearance, 'completed');
      this.crossings.push(this.#travellers.get(clearance)!);
      return { crossing: `C-${clearance}`, receipt: { lines: ['receipt'] } };
    },
    referral: async ({ reasons }) => void this.referrals.push(...reasons),
    note: async ({ about }) => void this.notes.push(about),
  };
}
