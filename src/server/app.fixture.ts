/** A server over made-up sources, for its tests. */
import { RoomError } from '../kernel/index.ts';
import type { RulesBundle, Table } from '../policy/index.ts';
import { buildApp } from './app.ts';
import type { Officer, ServerSources } from './sources.ts';
import type { PortView } from './wire/port.ts';

const texts = {
  'zh-Hant': '深圳灣口岸',
  'zh-Hans': '深圳湾口岸',
  en: 'Shenzhen Bay',
  pt: 'Baía de Shenzhen',
};
export const port: PortView = {
  port: { id: 'szb', name: texts },
  at: '2026-11-22T10:00:00.000+08:00',
  speed: 1,
  demo: true,
  pad: 'advisory',
  lanes: [],
  figures: [],
  stats: {
    crossings: 0,
    referred: 0,
    turnedAway: 0,
    medianSeconds: null,
    p95Seconds: null,
    systemMedianMs: null,
    steps: [],
    perMinute: [],
    gallery: 0,
    register: 0,
  },
};
export const officer: Officer = { id: 'O-1', name: 'Officer', role: 'officer', passkeys: 0 };
const table = (id: string): Table => ({
  keys: [id],
  requirement: [],
  unverified: 'NEEDS_HUMAN_REVIEW',
  text: texts,
  rows: [],
});
const release: RulesBundle = {
  rules: 'sha256-0',
  content: {
    format: 1,
    references: {},
    parameters: {},
    tables: { ports: table('port'), 'other-ports': table('port') },
    questions: {
      lane: { title: texts, facts: { port: { kind: 'choice', table: 'ports' } }, parts: [] },
      other: { title: texts, facts: {}, parts: [] },
    },
    texts: {},
  },
};
export const OPERATOR = 'f'.repeat(64);

export function sources(change: Partial<ServerSources> = {}): ServerSources {
  const never = () => Promise.reject(new RoomError('INTERNAL', 'secret detail 12345678'));
  return {
    port: {
      view: () => port,
      on: () => () => {},
      lane: () => undefined,
      picture: async () => 'not-allowed',
      referrals: () => [],
    },
    kiosk: {
      view: () => undefined,
      on: () => () => {},
      frame: never,
      input: never,
      receipt: async () => undefined,
    },
    enrolments: { begin: never, consent: never, frame: never, finger: never, finish: never, abandon: never },
    accounts: {
      officerOf: async (token) => (token === 'good' ? officer : undefined),
      signInByLink: async (link) => (link === 'fresh' ? { token: 'good' } : undefined),
      signOut: async () => {},
      passkeyRegistration: never,
      addPasskey: never,
      passkeySignIn: async () => ({}),
      signInByPasskey: async () => undefined,
    },
    law: {
      questions: () => ['lane'],
      decide: (_, facts) =>
        (facts as { at?: string }).at === 'bad'
          ? { decision: 'ERROR', outputs: { field: 'at', expected: 'an instant with its offset' } }
          : { decision: 'ELIGIBLE' },
      release: () => release,
    },
    operator: { echo: async (input) => input },
    unready: () => [],
    ...change,
  };
}

export const open = (change?: Partial<ServerSources>) =>
  buildApp(sources(change), {
    pages: 'none',
    operatorToken: OPERATOR,
    demo: true,
    version: '0.0.0',
    logLevel: 'silent',
  });
export const signedIn = { cookie: 'kouan_session=good' };
