import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  decodeFingerTemplate,
  decodeTemplate,
  encodeFingerTemplate,
  encodeTemplate,
  type FingerTemplate,
  readFingerRecord,
  storedFace,
  writeFingerRecord,
} from '../../src/biometrics/index.ts';
import { isRoomError, RoomError, seededRandom } from '../../src/kernel/index.ts';
import { OPERATOR, signedIn, sources } from '../../src/server/app.fixture.ts';
import { buildApp } from '../../src/server/app.ts';
import { mutateBytes } from '../../tools/fuzz/mutate.ts';
import { type Canary, canariesOfBytes, canariesOfNumber, findLeaks } from './canaries.ts';

const random = seededRandom(5);
const template = Uint8Array.from({ length: 120 }, () => random.int(0, 255));
const SCORE = 7.318_204_655;
const NAME = 'CHAN, Tai Man 陳大文';
const NUMBER = 'H98765432';
const canaries: readonly Canary[] = [
  ...canariesOfBytes('a template', template),
  ...canariesOfNumber('a score', SCORE),
  { what: 'a name', text: NAME },
  { what: 'a number of a document', text: NUMBER },
];

/** What a store or an engine could say that knows everything and thinks of nothing. */
const indiscreet = () =>
  new Error(`duplicate key (${NAME}, ${NUMBER}) score ${SCORE} \\x${Buffer.from(template).toString('hex')}`);
const indiscreetRoomError = () =>
  new RoomError(
    'TEMPLATE_INVALID',
    'The stored template is damaged.',
    { value: template, score: SCORE, name: NAME },
    indiscreet(),
  );

/** What a route needs before it gets to what may fail: who is signed in, and which questions there are. */
const KEPT = ['officerOf', 'questions', 'unready'];

/** The same object, of which every function at any depth throws once it is broken. */
function breakable<T extends object>(target: T, state: { broken: boolean }, fail: () => Error): T {
  return new Proxy(target, {
    get(owner, key) {
      const part: unknown = Reflect.get(owner, key);
      if (typeof part === 'function') {
        return (...args: unknown[]) => {
          if (state.broken && !KEPT.includes(String(key))) throw fail();
          return part.apply(owner, args);
        };
      }
      return typeof part === 'object' && part !== null ? breakable(part, state, fail) : part;
    },
  });
}

/** The server as it logs everything; once it stands, its sources fail. */
async function openFailing(fail: () => Error) {
  const state = { broken: false };
  const app = await buildApp(breakable(sources(), state, fail), {
    pages: 'none',
    operatorToken: OPERATOR,
    demo: true,
    version: '0.0.0',
    logLevel: 'debug',
  });
  await app.ready();
  state.broken = true;
  return app;
}

type App = Awaited<ReturnType<typeof openFailing>>;

async function routesOf(app: App) {
  const { paths } = JSON.parse((await app.inject('/openapi.json')).body) as { paths: Record<string, object> };
  const described = Object.entries(paths).flatMap(([url, item]) =>
    Object.keys(item).map((method) => ({ method, url })),
  );
  return [...described, { method: 'post', url: '/v1/operator/echo' }, { method: 'get', url: '/v1/nowhere' }];
}

/** Bodies that pass the schemas of some routes; others answer that a field is wrong, which is an answer, too. */
const BODIES: Readonly<Record<string, unknown>> = {
  '/v1/session/link': { token: 'stale' },
  '/v1/kiosk/{lane}/input': { input: 'help' },
  '/v1/decisions/{question}': { at: 'bad', name: 1 },
};

async function answersOf(app: App) {
  const answers: { where: string; status: number; said: string }[] = [];
  for (const { method, url } of await routesOf(app)) {
    const address = url.replace('{question}', 'lane').replaceAll(/\{[^}]+\}/g, 'x');
    const isFrame = url.endsWith('/frames');
    const { statusCode, body, headers } = await app.inject({
      method: method.toUpperCase() as 'POST',
      url: address,
      headers: {
        ...signedIn,
        authorization: `Bearer ${OPERATOR}`,
        ...(isFrame ? { 'content-type': 'image/jpeg' } : {}),
      },
      ...(method === 'get' || method === 'delete'
        ? {}
        : { payload: isFrame ? Buffer.of(1, 2, 3) : JSON.stringify(BODIES[url] ?? {}) }),
    });
    answers.push({ where: `${method} ${url}`, status: statusCode, said: JSON.stringify(headers) + body });
  }
  return answers;
}

/** The logger writes through `process.stdout` when it finds it changed. To be called before the server is built. */
function hearLogs(): () => string {
  let heard = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((part) => {
    heard += String(part);
    return true;
  });
  return () => heard;
}

afterEach(() => void vi.restoreAllMocks());

describe('answers of the server', () => {
  it.each([
    ['an error that nobody expected', indiscreet],
    ['an error of ours', indiscreetRoomError],
  ])('hold nothing of a template, a score or a person after %s, and neither do its logs', async (_, fail) => {
    const logs = hearLogs();
    const app = await openFailing(fail);
    const answers = await answersOf(app);
    expect(answers.length).toBeGreaterThan(20);
    expect(answers.filter(({ status }) => status >= 400).length).toBeGreaterThan(8);
    expect(answers.flatMap(({ where, said }) => findLeaks(where, said, canaries))).toEqual([]);
    expect(findLeaks('logs', logs(), canaries)).toEqual([]);
    if (fail === indiscreet) expect(logs()).toContain('request failed');
    await app.close();
  });

  it('do not say what was sent with it when a request is refused', async () => {
    const logs = hearLogs();
    const app = await openFailing(indiscreet);
    for (const payload of [`{"token": "${NUMBER}`, JSON.stringify({ name: NAME, score: SCORE }), NAME]) {
      const headers = { ...signedIn, 'content-type': 'application/json' };
      await app.inject({ method: 'POST', url: '/v1/session/link', headers, payload });
      await app.inject({ method: 'POST', url: '/v1/enrolments', headers, payload });
    }
    expect(logs()).toContain('incoming request');
    expect(findLeaks('logs', logs(), canaries)).toEqual([]);
    await app.close();
  });
});

describe('errors of the readers of templates', () => {
  const minutiae = Array.from({ length: 20 }, (_, i) => ({
    x: 20 + ((i * 37) % 250),
    y: 20 + ((i * 91) % 350),
    direction: i / 4,
    type: 'ending' as const,
    quality: 50 + i,
  }));
  const finger: FingerTemplate = { width: 300, height: 400, dpi: 500, minutiae };
  const features = Float32Array.from({ length: 64 }, () => random.gauss());
  const length = Math.hypot(...features);
  const face = storedFace({
    model: 'ab'.repeat(32),
    dims: 64,
    frames: 1,
    features: features.map((v) => v / length),
  });

  it.each([
    ['of fingers, ours', encodeFingerTemplate(finger), decodeFingerTemplate],
    ['of fingers, ISO', writeFingerRecord([{ template: finger, quality: 70 }], 'iso-2005'), readFingerRecord],
    [
      'of fingers, ANSI',
      writeFingerRecord([{ template: finger, quality: 70 }], 'ansi-2004'),
      readFingerRecord,
    ],
    ['of faces', encodeTemplate(face), decodeTemplate],
  ] as const)('say which field is wrong and show none of its bytes: %s', (_, bytes, read) => {
    let refused = 0;
    for (let seed = 0; seed < 3000; seed++) {
      const changed = mutateBytes(seededRandom(seed), bytes);
      try {
        read(changed);
      } catch (error) {
        if (!isRoomError(error)) throw error;
        refused++;
        const said = JSON.stringify({ message: error.message, facts: error.facts });
        expect(said.length).toBeLessThan(400);
        if (seed % 50 === 0)
          expect(findLeaks('error', said, canariesOfBytes('the template', changed, 6))).toEqual([]);
      }
    }
    expect(refused).toBeGreaterThan(300);
  });
});

describe('the search for leaks itself', () => {
  it('finds bytes in each form wherever they begin, numbers, names and fields', () => {
    const bytes = Buffer.from(template);
    for (const said of [
      `x ${bytes.toString('hex')}`,
      JSON.stringify({ a: bytes.toString('base64') }),
      JSON.stringify([...template]),
      `it was ${SCORE}`,
      `dear ${NAME}`,
      '{"similarity": 1}',
    ])
      expect(findLeaks('here', said, canaries), said.slice(0, 30)).not.toEqual([]);
    expect(findLeaks('here', '{"outcome":"match","threshold":"finger-fmr-1e-4","ms":7.3}', canaries)).toEqual(
      [],
    );
  });
});
