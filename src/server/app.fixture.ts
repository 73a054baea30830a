/** A server over made-up sources, for its tests. */
import { openProviders } from '../identity/index.ts';
import { testWorld } from '../identity/travellers/travellers.fixture.ts';
import { RoomError, systemClock } from '../kernel/index.ts';
import { compileRules, type RulesBundle, type Table } from '../policy/index.ts';
import { memoryCases } from '../services/engine/case-store.fixture.ts';
import { buildHelpIndex, CaseOfficers, MyDataDesk, ServiceDesk } from '../services/index.ts';
import { buildApp } from './app.ts';
import type { MyDataSource, Officer, ServerOptions, ServerSources, ServiceSource } from './sources.ts';
import type { MatchingView } from './wire/matching.ts';
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
const rate = { estimate: 0, lower: 0, upper: 1 };
const factor = {
  impostors: { comparisons: 0, falseMatches: 0, rate },
  genuine: { comparisons: 0, missed: 0, rate },
};
const matching: MatchingView = {
  since: '2026-11-22T10:00:00.000+08:00',
  gallery: { people: 0, templates: 0, templatesMax: 200, threshold: 'test' },
  fpir: { ...rate, promised: 0.01 },
  searches: { one: 0, none: 0, ambiguous: 0 },
  face: factor,
  finger: factor,
  leftOut: 0,
  warnings: [],
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

/** A desk that offers nothing: what is asked of it is not found. */
function noServices(): ServiceSource {
  const store = memoryCases(systemClock);
  const law = compileRules(release);
  const never = () => Promise.reject(new RoomError('INTERNAL', 'No service is offered here.'));
  const desk = new ServiceDesk({
    services: [],
    store,
    law,
    clock: systemClock,
    issue: never,
    readFile: never,
  });
  const officers = new CaseOfficers({ desk, store, issue: never, holderOf: never });
  return { desk, officers, store, law, holderOf: never, letter: never, rotatingCode: never };
}

/** A desk over an empty register. */
function nobodysData(): MyDataSource {
  const law = compileRules(release);
  const never = () => Promise.reject(new RoomError('NOT_FOUND', 'Nobody is registered here.'));
  const desk = new MyDataDesk({
    clock: systemClock,
    law,
    port: 'szb',
    register: { get: never, guardiansOf: never, wardsOf: never },
    facts: never,
    consents: { of: never, withdraw: never },
    audit: { append: never, of: never },
    crossings: { of: never },
    pseudonymOf: (actor) => actor,
  });
  const crossings = { own: never, atOffice: never, certificate: never };
  return { desk, law, crossings, everything: never, everythingPdf: never, erasurePdf: never };
}

export function sources(change: Partial<ServerSources> = {}): ServerSources {
  const never = () => Promise.reject(new RoomError('INTERNAL', 'secret detail 12345678'));
  return {
    port: {
      view: () => port,
      on: () => () => {},
      lane: () => undefined,
      picture: async () => 'not-allowed',
      referrals: () => [],
      matching: () => matching,
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
    travellers: {
      identity: testWorld().identity,
      providers: openProviders({ providers: [], redirectUri: 'http://localhost/x', clock: systemClock }),
    },
    law: {
      questions: () => ['lane'],
      decide: (_, facts) =>
        (facts as { at?: string }).at === 'bad'
          ? { decision: 'ERROR', outputs: { field: 'at', expected: 'an instant with its offset' } }
          : { decision: 'ELIGIBLE' },
      release: () => release,
    },
    services: noServices(),
    me: nobodysData(),
    help: buildHelpIndex([]),
    notices: { pushKey: 'test', subscribe: never, unsubscribe: never },
    keys: { told: async () => ({ list: '', anchors: [] }) },
    operator: { echo: async (input) => input },
    unready: () => [],
    ...change,
  };
}

export const open = (change?: Partial<ServerSources>, more: Partial<ServerOptions> = {}) =>
  buildApp(sources(change), {
    pages: 'none',
    operatorToken: OPERATOR,
    demo: true,
    version: '0.0.0',
    logLevel: 'silent',
    ...more,
  });
export const signedIn = { cookie: 'kouan_session=good' };
