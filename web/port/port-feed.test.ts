import { describe, expect, it } from 'vitest';
import type { FigureView, LaneDetail, PassageView, PortView } from '../../src/server/index.ts';
import { tokenIn } from '../officer/one-time-link.ts';
import { referralsOf } from '../officer/referrals.tsx';
import { ceilingOf } from './figures/minute-chart.tsx';
import { sumSteps } from './panel/passage.tsx';
import { changePort } from './port-feed.ts';

const texts = { 'zh-Hant': '口岸', 'zh-Hans': '口岸', en: 'Port', pt: 'Posto' };
const at = '2026-11-22T09:00:00+08:00';
const figure = (key: string, place: FigureView['place'] = 'queue'): FigureView => ({
  key,
  place,
  order: 0,
  mood: 'plain',
  direction: 'exit',
  bodies: 1,
  since: at,
});
const port: PortView = {
  port: { id: 'szb', name: texts },
  at,
  speed: 1,
  demo: true,
  pad: 'none',
  lanes: [],
  figures: [figure('a'), figure('b')],
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
const keys = (view: PortView | undefined) => view?.figures.map(({ key, place }) => `${key} ${place}`);

describe('what the page knows of the port', () => {
  it('changes a figure in place and adds one that it has not seen', () => {
    expect(keys(changePort(port, { kind: 'figure', figure: figure('a', 'mouth') }))).toEqual([
      'a mouth',
      'b queue',
    ]);
    expect(keys(changePort(port, { kind: 'figure', figure: figure('c') }))).toEqual([
      'a queue',
      'b queue',
      'c queue',
    ]);
  });

  it('forgets a figure only if it is still gone', () => {
    const gone = changePort(port, { kind: 'figure', figure: figure('a', 'gone') });
    expect(keys(changePort(gone, { kind: 'forget', key: 'a' }))).toEqual(['b queue']);
    expect(keys(changePort(port, { kind: 'forget', key: 'a' }))).toEqual(['a queue', 'b queue']);
  });

  it('knows nothing before the first picture, whatever happens', () => {
    expect(changePort(undefined, { kind: 'figure', figure: figure('a') })).toBeUndefined();
  });

  it('draws at most 160 people', () => {
    let crowd: PortView | undefined = port;
    for (let index = 0; index < 200; index++)
      crowd = changePort(crowd, { kind: 'figure', figure: figure(`f${index}`) });
    expect(crowd?.figures).toHaveLength(160);
    expect(crowd?.figures.at(-1)?.key).toBe('f199');
  });

  it('keeps the chart to round numbers', () => {
    const minute = (cleared: number, referred: number) => ({ minute: at, cleared, referred });
    expect([
      ceilingOf([]),
      ceilingOf([minute(4, 0)]),
      ceilingOf([minute(4, 1)]),
      ceilingOf([minute(120, 3)]),
    ]).toEqual([4, 4, 8, 150]);
  });

  it('sums steps that were done several times', () => {
    const step = (name: string, ms: number) => ({ name, ms, outcome: 'one' });
    const sums = sumSteps([step('read-face', 70), step('read-face', 80), step('identify', 1)]);
    expect(sums.map(({ name, ms, times }) => [name, ms, times])).toEqual([
      ['read-face', 150, 2],
      ['identify', 1, 1],
    ]);
  });
});

describe('the officers’ page', () => {
  it('finds the one-time token in the fragment only', () => {
    expect(tokenIn('#link=A-b_9')).toBe('A-b_9');
    expect([tokenIn(''), tokenIn('#other=1')]).toEqual([undefined, undefined]);
  });

  it('lists referrals of all lanes, newest first', () => {
    const passage = (id: string, startedAt: string, outcome?: 'passed' | 'referred'): PassageView => ({
      id,
      lane: 'L1',
      direction: 'exit',
      startedAt,
      steps: [],
      reasons: [],
      events: [],
      ...(outcome ? { outcome } : {}),
    });
    const detail = (...recent: PassageView[]): LaneDetail => ({
      lane: {
        id: 'L1',
        number: 1,
        direction: 'exit',
        kind: 'simulated',
        wide: false,
        state: 'free',
        since: at,
        step: 'free',
        gates: { entry: 'closed', exit: 'closed' },
        inside: 0,
        light: 'green',
        screen: { message: 'welcome' },
      },
      recent,
      picture: true,
    });
    const found = referralsOf([
      detail(
        passage('old', '2026-11-22T09:00:00', 'referred'),
        passage('fine', '2026-11-22T09:03:00', 'passed'),
      ),
      detail(passage('new', '2026-11-22T09:02:00', 'referred'), passage('running', '2026-11-22T09:04:00')),
    ]);
    expect(found.map((each) => each.passage.id)).toEqual(['new', 'old']);
  });
});
