import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/kernel/index.ts';
import { LANE_REASONS } from '../../../src/lane/index.ts';
import { allWords } from './dictionaries.ts';
import { guidanceWords, isGuidance } from './guidance-words.ts';
import { eventWords } from './panel-words.ts';
import {
  alternativeText,
  alternativeWords,
  lawReasonWords,
  reasonText,
  reasonWords,
} from './reason-words.ts';
import { isScreen, screenWords } from './screen-words.ts';
import { laneStepWords, stepWords } from './step-words.ts';

const FACE_GUIDANCE =
  'closer further move-left move-right move-up move-down more-light less-light even-light hold-still one-face-only look-straight open-eyes close-mouth uncover-face no-face';
const FINGER_GUIDANCE =
  'no-finger press-firmer press-lighter dry-finger moisten-finger cover-more centre clean-reader';
const SCREENS =
  'welcome look-at-camera adjust identifying confirm-identity walk-in one-person-only place-finger finger-again verifying recording walk-out thank-you officer-coming step-back-out closed';
const ALTERNATIVES = 'card-lane counter accessible-lane collection-point paper-certificate hotline-12367';
const LANE_STEPS = 'free look identify confirm enter verify record leave done officer closed';
const STEPS = 'read-face identify decide verify-face verify-finger record-clearance complete';

const has = (table: object, ids: readonly string[]) => ids.filter((id) => !Object.hasOwn(table, id));
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe('dictionaries', () => {
  it('W-01 every closed id of the house has words', () => {
    expect(has(guidanceWords, `${FACE_GUIDANCE} ${FINGER_GUIDANCE}`.split(' '))).toEqual([]);
    expect(has(screenWords, SCREENS.split(' '))).toEqual([]);
    expect(has(reasonWords, LANE_REASONS)).toEqual([]);
    expect(has(alternativeWords, ALTERNATIVES.split(' '))).toEqual([]);
    expect(has(laneStepWords, LANE_STEPS.split(' '))).toEqual([]);
    expect(has(stepWords, STEPS.split(' '))).toEqual([]);
  });

  it('each text is there in all four languages', () => {
    const missing = allWords().flatMap(({ path, words }) =>
      LANGUAGES.filter((language) => !words[language]?.trim()).map((language) => `${path} ${language}`),
    );
    expect(missing).toEqual([]);
    expect(allWords().length).toBeGreaterThan(300);
  });

  it('each language fills the same placeholders', () => {
    const uneven = allWords().filter(({ words }) =>
      LANGUAGES.some((language) => placeholders(words[language]).join() !== placeholders(words.en).join()),
    );
    expect(uneven.map(({ path }) => path)).toEqual([]);
  });

  it('traditional pages hold no simplified signs and the other way round', () => {
    const [simplifiedOnly, traditionalOnly] = [
      /[们这证边关检请无时间码签还纹]/,
      /[們這證邊關檢請無時間碼簽還紋]/,
    ];
    const mixed = allWords().filter(
      ({ words }) => simplifiedOnly.test(words['zh-Hant']) || traditionalOnly.test(words['zh-Hans']),
    );
    expect(mixed.map(({ path }) => path)).toEqual([]);
  });

  it('W-05 an unknown reason still has kind words, an unknown alternative is left out', () => {
    expect(reasonText('NO_SUCH_REASON').en).toBe('An officer will look into it');
    expect(reasonText('toString').en).toBe('An officer will look into it');
    expect(reasonText('AGE_BELOW_MIN')).toBe(lawReasonWords.AGE_BELOW_MIN);
    expect(alternativeText('no-such-way')).toBeUndefined();
    expect(alternativeText('hotline-12367')?.en).toContain('12367');
  });

  it('knows its own ids and no others', () => {
    expect([isGuidance('closer'), isGuidance('constructor')]).toEqual([true, false]);
    expect([isScreen('walk-in'), isScreen('walk-on-water')]).toEqual([true, false]);
    expect(Object.hasOwn(eventWords, 'identified')).toBe(true);
  });
});
