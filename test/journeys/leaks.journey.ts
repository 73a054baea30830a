/** Everything that a port says while people enrol and cross, or fail to: no template, no score, no name where it does not belong. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeFingerTemplate, extractFinger, type FingerTemplate } from '../../src/biometrics/index.ts';
import { compareFingers, decodeGrey } from '../../src/biometrics/node.ts';
import { type Canary, canariesOfBytes, canariesOfNumber, findLeaks } from '../leaks/canaries.ts';
import { type Finished, kouan } from './command-line.ts';
import { makeHome } from './home.ts';
import { impression, photograph } from './pictures.ts';
import { type RunningPort, startPort } from './running-port.ts';

const HOLDER = 'p03';
const STRANGER = 'p07';
const NAME = 'KWONG, Yuk Ming';
const NUMBER = 'H87654321';
const VIEWS = ['enrol-1', 'enrol-2', 'enrol-3', 'lane-1'] as const;
const TOUCHES = [1, 2, 3];
const LISTEN_MS = 2_000;

const home = makeHome();
let port: RunningPort;
/** What commands said, by their names. */
const said = new Map<string, string>();

async function run(...args: string[]): Promise<Finished> {
  const finished = await kouan(home, args);
  const name = args.slice(0, 2).join(' ');
  said.set(name, (said.get(name) ?? '') + finished.stdout + finished.stderr);
  return finished;
}

async function makePictures(): Promise<void> {
  for (const view of VIEWS) await photograph(home.file(`${view}.jpg`), HOLDER, view);
  await photograph(home.file('stranger.jpg'), STRANGER, 'lane-1');
  for (const touch of TOUCHES)
    await impression(home.file(`finger-${touch}.png`), HOLDER, 'right-index', touch);
  await impression(home.file('other-finger.png'), STRANGER, 'right-index', 3);
  writeFileSync(home.file('text.jpg'), 'This is no picture.\n');
}

const cross = (face: string, finger: string) =>
  run(
    'cross',
    ...['--face', home.file(face), '--finger', `right-index=${home.file(finger)}`],
    ...['--port', 'szb', '--direction', 'exit', '--at', '2025-11-05T10:00:00+08:00', '--json'],
  );

async function live(): Promise<void> {
  const who = ['--name', NAME, '--category', 'hkmo', '--birth', '1979-03-14'];
  const added = await run('traveller', 'add', ...who, '--document', `HRP:${NUMBER}:2030-12-31`, '--json');
  expect(added, added.stderr).toMatchObject({ code: 0 });
  const { id } = added.json<{ id: string }>();
  const faces = ['--face', ...VIEWS.slice(0, 3).map((view) => home.file(`${view}.jpg`))];
  const fingers = ['--finger', `right-index=${home.file('finger-1.png')},${home.file('finger-2.png')}`];
  const consent = ['--consent', 'face,fingerprint'];
  const enrolled = await run('enrol', '--traveller', id, ...faces, ...fingers, ...consent, '--json');
  expect(enrolled, enrolled.stderr).toMatchObject({ code: 0 });
  const passed = await cross('lane-1.jpg', 'finger-3.png');
  expect(passed.json(), passed.stderr).toMatchObject({ outcome: 'passed' });
  await cross('lane-1.jpg', 'other-finger.png');
  await cross('stranger.jpg', 'other-finger.png');
  await cross('text.jpg', 'finger-3.png');
  await run('traveller', 'show', id, '--json');
}

async function templateOf(touch: number): Promise<FingerTemplate> {
  const reading = extractFinger(await decodeGrey(readFileSync(home.file(`finger-${touch}.png`))));
  if (reading.outcome !== 'ok') throw new Error(`finger-${touch}.png was not read.`);
  return reading.template;
}

/** Templates and scores of the fingers that were shown, as the matcher made them. */
async function matcherCanaries(): Promise<readonly Canary[]> {
  const [first, second, third] = await Promise.all(TOUCHES.map(templateOf));
  if (!first || !second || !third) throw new Error('Three touches are needed.');
  return [
    ...[first, second, third].flatMap((one) =>
      canariesOfBytes('a template of a finger', encodeFingerTemplate(one)),
    ),
    ...[first, second].flatMap((one) => canariesOfNumber('a score', compareFingers(third, one))),
  ];
}

const PERSON: readonly Canary[] = [
  { what: 'a name', text: NAME },
  { what: 'a number of a document', text: NUMBER },
];

beforeAll(async () => {
  await makePictures();
  port = await startPort(home, ['--empty']);
  await live();
}, 400_000);

afterAll(async () => {
  await port?.stop();
  home.remove();
});

/** Every address that needs no parameter, as anybody may ask for it. */
async function publicAnswers(): Promise<readonly { where: string; text: string }[]> {
  const { paths }: { paths: Record<string, object> } = JSON.parse(
    await (await fetch(`${port.url}/openapi.json`)).text(),
  );
  const urls = Object.keys(paths).filter((url) => !url.includes('{') && 'get' in (paths[url] ?? {}));
  return Promise.all(
    [...urls, '/v1/lanes/K1', '/v1/kiosk/K1', '/v1/nowhere', '/v1/referrals'].map(async (url) => ({
      where: url,
      text: await (await fetch(port.url + url)).text(),
    })),
  );
}

/** What the stream of a port says within two seconds. */
async function heardEvents(url: string): Promise<string> {
  const control = AbortSignal.timeout(LISTEN_MS);
  let text = '';
  try {
    const { body } = await fetch(port.url + url, { signal: control });
    for await (const part of body ?? []) text += Buffer.from(part).toString();
  } catch (error) {
    if (!control.aborted) throw error;
  }
  return text;
}

const logFiles = (): readonly string[] =>
  readdirSync(home.data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(\.log$|^log)/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

describe('what a port says', () => {
  it('holds no name and no number in what it prints and in its log files, and nothing of the matcher', async () => {
    const canaries = [...PERSON, ...(await matcherCanaries())];
    expect(findLeaks('printed', port.output(), canaries)).toEqual([]);
    for (const file of logFiles())
      expect(findLeaks(file, readFileSync(file, 'latin1'), canaries)).toEqual([]);
  });

  it('holds none of them in what anybody may ask for, nor in its streams', async () => {
    const canaries = [...PERSON, ...(await matcherCanaries())];
    const answers = await publicAnswers();
    expect(answers.length).toBeGreaterThan(5);
    expect(answers.flatMap(({ where, text }) => findLeaks(where, text, canaries))).toEqual([]);
    for (const url of ['/v1/port/events', '/v1/kiosk/K1/events'])
      expect(findLeaks(url, await heardEvents(url), canaries)).toEqual([]);
  });

  it('holds nothing of the matcher in what the commands say to the operator', async () => {
    const canaries = await matcherCanaries();
    expect(canaries.length).toBeGreaterThan(100);
    expect(said.size).toBeGreaterThan(3);
    expect([...said].flatMap(([where, text]) => findLeaks(where, text, canaries))).toEqual([]);
  });
});
