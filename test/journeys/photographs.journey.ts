/** The lane on photographs, from the command line, beside a port that runs on the same data. */
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Finished, kouan } from './command-line.ts';
import { makeHome, processesIn } from './home.ts';
import { impression, photograph, photographOfNobody, photographOfTwo, plain } from './pictures.ts';
import { ask, type RunningPort, startPort } from './running-port.ts';

interface Crossed {
  readonly outcome: string;
  readonly reasons: readonly string[];
  readonly steps: readonly { readonly name: string; readonly ms: number; readonly outcome: string }[];
  readonly decision: { readonly decision: string } | null;
  readonly crossing?: { readonly id: string; readonly at: string; readonly port: string };
}

interface Shown {
  readonly crossings: readonly { readonly id: string }[];
  readonly enrolled: readonly string[];
}

const HOLDER = 'p03';
const STRANGER = 'p07';
const OPEN_DAY = '2025-11-05T10:00:00+08:00';
const NOBODYS_ID = 'T-01M828WT26-B6KCF608';

const home = makeHome();
const run = (...args: string[]): Promise<Finished> => kouan(home, args);
let port: RunningPort;
let holder: string;

async function makePictures(): Promise<void> {
  for (const view of ['enrol-1', 'enrol-2', 'enrol-3', 'lane-1'] as const) {
    await photograph(home.file(`${view}.jpg`), HOLDER, view);
  }
  await photograph(home.file('stranger.jpg'), STRANGER, 'lane-1');
  for (const touch of [1, 2, 3]) {
    await impression(home.file(`finger-${touch}.png`), HOLDER, 'right-index', touch);
  }
  await impression(home.file('other-finger.png'), STRANGER, 'right-index', 3);
  await photographOfTwo(home.file('two.jpg'), HOLDER, STRANGER);
  await photographOfNobody(home.file('nobody.jpg'));
  await plain(home.file('huge.jpg'), 8000, 5000, 120);
  await plain(home.file('dot.png'), 1, 1, 120);
  await plain(home.file('white.png'), 320, 384, 255);
  writeFileSync(home.file('text.jpg'), 'This is no picture.\n');
}

const FACES = ['enrol-1.jpg', 'enrol-2.jpg', 'enrol-3.jpg'];

const WHO = ['--name', 'SO, Fai Kit', '--category', 'hkmo', '--birth', '1981-01-02'];

async function addTraveller(number: string): Promise<string> {
  const added = await run('traveller', 'add', ...WHO, '--document', `HRP:${number}:2030-12-31`, '--json');
  expect(added, added.stderr).toMatchObject({ code: 0, stderr: '' });
  return added.json<{ id: string }>().id;
}

const enrol = (traveller: string, more: readonly string[]) =>
  run('enrol', '--traveller', traveller, ...more, '--json');

interface Probe {
  readonly face?: string;
  readonly finger?: string;
  readonly port?: string;
  readonly at?: string;
}

/** Crosses with what fits, but for what the probe says. */
const cross = ({ face = 'lane-1.jpg', finger = 'finger-3.png', port: at = 'szb', ...more }: Probe = {}) =>
  run(
    'cross',
    ...['--face', home.file(face), '--finger', `right-index=${home.file(finger)}`],
    ...['--port', at, '--direction', 'exit', '--at', more.at ?? OPEN_DAY, '--json'],
  );

const show = (traveller: string) => ask<Shown>(port, home, 'traveller-show', { traveller });

beforeAll(async () => {
  await makePictures();
  port = await startPort(home, ['--empty']);
  holder = await addTraveller('H12345678');
  const fingers = `right-index=${home.file('finger-1.png')},${home.file('finger-2.png')}`;
  const consent = ['--consent', 'face,fingerprint'];
  const enrolled = await enrol(holder, ['--face', ...FACES.map(home.file), '--finger', fingers, ...consent]);
  expect(enrolled).toMatchObject({ code: 0 });
  expect(enrolled.json()).toEqual({ traveller: holder, faces: 3, fingers: 2 });
});

afterAll(async () => {
  await port?.stop();
  home.remove();
});

describe('a command beside a running port', () => {
  it('talks to it: the port counts the traveller that the command line added', async () => {
    const { stats } = (await (await fetch(`${port.url}/v1/port`)).json()) as { stats: { gallery: number } };
    expect(stats.gallery).toBe(1);
  });

  it('is refused without the token of this machine', async () => {
    const answer = await fetch(`${port.url}/v1/operator/traveller-list`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer guessed' },
      body: JSON.stringify({ limit: 10 }),
    });
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain('SO, Fai Kit');
  });
});

describe('kouan cross', () => {
  it('passes the holder: exit code 0, steps with their milliseconds, the decision, the crossing', async () => {
    const result = await cross();
    expect(result).toMatchObject({ code: 0, stderr: '' });
    const told = result.json<Crossed>();
    expect(told).toMatchObject({
      outcome: 'passed',
      reasons: ['OK'],
      decision: { decision: 'ELIGIBLE' },
      crossing: { port: 'szb', direction: 'exit', at: expect.stringMatching(/^2025-11-05T10:00:/) },
    });
    const steps = [
      'read-face',
      'identify',
      'decide',
      'verify-face',
      'verify-finger',
      'record-clearance',
      'complete',
    ];
    expect(told.steps.map(({ name }) => name).sort()).toEqual(steps.sort());
    for (const step of told.steps) expect(step.ms).toBeGreaterThan(0);
    expect((await show(holder)).crossings.map(({ id }) => id)).toEqual([told.crossing?.id]);
  });

  it('tells it in plain lines without --json', async () => {
    const where = ['--port', 'szb', '--direction', 'exit', '--at', '2024-11-19T10:00:00+08:00'];
    const result = await run('cross', '--face', home.file('lane-1.jpg'), ...where);
    expect(result.code).toBe(3);
    expect(result.stdout).toMatch(/read-face +\d+\.\d ms {2}ok/);
    expect(result.stdout).toContain('Referred to an officer: ');
    expect(result.stdout).toContain('The counter and the card lane stay open.');
  });

  it.each<[string, Probe, string]>([
    ['a stranger', { face: 'stranger.jpg' }, 'NOT_RECOGNISED'],
    ["somebody else's finger", { finger: 'other-finger.png' }, 'BIOMETRIC_MISMATCH'],
    ['an all-white finger', { finger: 'white.png' }, 'FINGER_UNREADABLE'],
    ['a day before the scheme', { at: '2024-11-19T10:00:00+08:00' }, 'RULE_NOT_IN_FORCE'],
    ['a port without the lane', { port: 'nowhere' }, 'PORT_NOT_OPEN'],
    ['two faces', { face: 'two.jpg' }, 'MORE_THAN_ONE_FACE'],
    ['a picture without a face', { face: 'nobody.jpg' }, 'POOR_CAPTURE'],
  ])('refers %s: exit code 3 with the reason, nothing recorded', async (_, probe, reason) => {
    const before = await show(holder);
    const result = await cross(probe);
    expect(result.code, result.stdout + result.stderr).toBe(3);
    const told = result.json<Crossed>();
    expect(told.outcome).toBe('referred');
    expect(told.reasons).toContain(reason);
    expect(told).not.toHaveProperty('crossing');
    expect((await show(holder)).crossings).toEqual(before.crossings);
  });

  it.each<[string, Probe, string, string]>([
    [
      'a photograph of 40 megapixels',
      { face: 'huge.jpg' },
      'IMAGE_TOO_LARGE',
      'huge.jpg: The picture has 40.0 megapixels',
    ],
    ['a text named .jpg', { face: 'text.jpg' }, 'IMAGE_UNREADABLE', 'text.jpg: '],
    ['a text as finger', { finger: 'text.jpg' }, 'IMAGE_UNREADABLE', 'text.jpg: '],
    [
      'a picture of one pixel',
      { face: 'dot.png' },
      'IMAGE_UNREADABLE',
      'dot.png: The picture is 1 x 1 pixels',
    ],
    ['a file that is not there', { face: 'gone.jpg' }, 'NOT_FOUND', 'gone.jpg'],
    ['a port id that is none', { port: 'No Where' }, 'FIELD_INVALID', '--port: "No Where"'],
    ['an instant that is none', { at: 'yesterday' }, 'FIELD_INVALID', '--at: "yesterday"'],
    ['a day without an offset', { at: '2025-11-05T10:00:00' }, 'FIELD_INVALID', '--at: '],
  ])('cannot use %s: exit code 2 and a sentence that names it', async (_, probe, code, sentence) => {
    const result = await cross(probe);
    expect(result.code, result.stdout + result.stderr).toBe(2);
    expect(result.json<{ error: { code: string } }>().error.code).toBe(code);
    expect(result.stderr).toContain(sentence);
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('kouan enrol', () => {
  const face = () => ['--face', home.file('enrol-1.jpg')];
  let fresh: string;
  beforeAll(async () => {
    fresh = await addTraveller('H87654321');
  });

  it('does not take a document number that somebody else has', async () => {
    const again = await run('traveller', 'add', ...WHO, '--document', 'HRP:H87654321:2030-12-31');
    expect(again).toMatchObject({ code: 2, stdout: '' });
  });

  it.each<[string, () => string[], string]>([
    ['no consent at all', face, '--consent is missing'],
    [
      'a finger without its consent',
      () => [...face(), '--finger', `right-index=${home.file('finger-1.png')}`, '--consent', 'face'],
      '--consent fingerprint is missing',
    ],
    ['a consent to something else', () => [...face(), '--consent', 'voice'], '--consent: "voice"'],
    [
      'two faces in a picture',
      () => ['--face', home.file('two.jpg'), '--consent', 'face'],
      'two.jpg: more than one face',
    ],
    [
      'a picture without a face',
      () => ['--face', home.file('nobody.jpg'), '--consent', 'face'],
      'nobody.jpg: no face',
    ],
    [
      'an all-white finger',
      () => [...face(), '--finger', `right-index=${home.file('white.png')}`, '--consent', 'face,fingerprint'],
      'white.png: the finger is too poor',
    ],
  ])('does not take %s: exit code 2, nothing stored', async (_, more, sentence) => {
    const result = await enrol(fresh, more());
    expect(result.code, result.stdout + result.stderr).toBe(2);
    expect(result.stderr).toContain(sentence);
    expect((await show(fresh)).enrolled).toEqual([]);
  });

  it('does not know a traveller id that does not exist', async () => {
    for (const id of [NOBODYS_ID, 'nonsense']) {
      const result = await enrol(id, [...face(), '--consent', 'face']);
      expect(result.code).toBe(2);
      expect(result.stderr).toContain(id);
    }
    expect(await run('traveller', 'show', NOBODYS_ID)).toMatchObject({ code: 2, stdout: '' });
  });
});

// Last, for it erases what the tests above rest on.
describe('kouan consent withdraw', () => {
  it('C-13 erases the templates: the holder is a stranger at once, the crossing record stays', async () => {
    expect((await cross()).code).toBe(0);
    const before = await show(holder);
    const withdrawn = await run('consent', 'withdraw', '--traveller', holder, '--json');
    expect(withdrawn).toMatchObject({ code: 0 });
    expect(withdrawn.json()).toMatchObject({ traveller: holder, templatesErased: 2 });
    const result = await cross();
    expect(result.code).toBe(3);
    expect(result.json<Crossed>().reasons).toEqual(['NOT_RECOGNISED']);
    expect(await show(holder)).toMatchObject({ enrolled: [], crossings: before.crossings });
  });
});

describe('without a running port', () => {
  it('a command opens the data folder for as long as it takes, and everything is there', async () => {
    const { crossings } = await show(holder);
    expect(await port.stop()).toBe(0);
    const shown = await run('traveller', 'show', holder, '--json');
    expect(shown).toMatchObject({ code: 0 });
    expect(shown.json<Shown>().crossings).toEqual(crossings);
    expect(crossings).toHaveLength(2);
    expect(processesIn(home)).toEqual([]);
  });
});
