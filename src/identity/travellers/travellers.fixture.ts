/** For tests: travellers' accounts over a store in memory, with partners that do as they are told. */
import { REAL_NAME_DOCUMENTS, readDay, readNumber } from '../../documents/index.ts';
import { type Day, instantOf, ManualClock, type TravellerId } from '../../kernel/index.ts';
import type { AccountStore } from './account-store.ts';
import type { FaceSeen, RegisteredPerson } from './desk.ts';
import { openTravellers, type TravellerIdentity } from './open-travellers.ts';
import { memoryAccounts } from './test-account-store.ts';

export const TRAVELLER = 'T-1' as TravellerId;
export const CHAN: RegisteredPerson = {
  traveller: TRAVELLER,
  names: { 'zh-Hant': '陳大文', latin: 'CHAN, Tai Man' },
  document: { type: 'HRP', expires: '2030-12-31' as Day },
};
export const CHANS_FORM = { type: 'HRP', number: 'H12345678', expires: '2030-12-31', name: '陳大文' };
const BOX = { x: 0.3, y: 0.3, width: 0.3, height: 0.4 };
export const GOOD_FACE: FaceSeen = { outcome: 'ok', capture: { kind: 'face-capture' }, box: BOX };

export interface TestWorld {
  readonly identity: TravellerIdentity;
  readonly store: AccountStore;
  readonly clock: ManualClock;
  readonly sent: { channel: string; to: string; text: string }[];
  readonly audited: { action: string; actor: string; traveller?: string }[];
  readonly people: Map<string, RegisteredPerson>;
  /** What the partners do next. */
  readonly script: {
    face: FaceSeen;
    portrait: 'match' | 'no-match' | 'no-portrait' | 'broken';
    register: 'works' | 'broken';
    gateway: 'works' | 'broken';
  };
  /** Lets what waits on the clock come to its end. */
  settle<T>(work: Promise<T>): Promise<T>;
}

export function testWorld(): TestWorld {
  const clock = new ManualClock(instantOf(Date.parse('2025-12-01T10:00:00+08:00')));
  const store = memoryAccounts();
  const sent: TestWorld['sent'] = [];
  const audited: TestWorld['audited'] = [];
  const people = new Map([['H12345678', CHAN]]);
  const script: TestWorld['script'] = {
    face: GOOD_FACE,
    portrait: 'match',
    register: 'works',
    gateway: 'works',
  };
  const identity = openTravellers({
    store,
    clock,
    audit: { append: async (note) => void audited.push(note) },
    relyingParty: { id: 'localhost', name: 'Kouan', origins: ['http://localhost:8080'] },
    messages: {
      async send(message) {
        if (script.gateway === 'broken') throw new Error('gateway');
        sent.push(message);
      },
    },
    register: {
      async find(number) {
        if (script.register === 'broken') throw new Error('register');
        return people.get(number);
      },
    },
    documents: { types: REAL_NAME_DOCUMENTS, readNumber, readDay },
    faces: { read: async () => script.face },
    portraits: {
      async compare() {
        if (script.portrait === 'broken') throw new Error('engine');
        return script.portrait;
      },
    },
  });
  return { identity, store, clock, sent, audited, people, script, settle: (work) => settle(clock, work) };
}

const ZERO = 0 as ReturnType<ManualClock['elapsed']>;
const step = (clock: ManualClock) => ((clock.nextDue() ?? 0) - clock.elapsed()) as typeof ZERO;

async function settle<T>(clock: ManualClock, work: Promise<T>): Promise<T> {
  let over = false;
  const end = () => {
    over = true;
  };
  work.then(end, end);
  while (!over) await clock.advanceAsync(clock.nextDue() === undefined ? ZERO : step(clock));
  return work;
}
