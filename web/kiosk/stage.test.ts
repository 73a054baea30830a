import { describe, expect, it } from 'vitest';
import type { EnrolmentAnswer } from '../../src/server/index.ts';
import { sentSize } from '../shared/camera/frame-pump.ts';
import { emptyForm } from './enrol/form.ts';
import { enrolmentOf, holdsNothing, progressOf } from './stage.ts';

const answer: EnrolmentAnswer = {
  outcome: 'may-enrol',
  enrolment: 'E-1',
  reasons: [],
  alternatives: [],
  remedies: [],
  consents: [],
};

describe('the stages of the kiosk', () => {
  it('counts each consent as a step of its own', () => {
    expect(progressOf({ at: 'about-you', form: emptyForm() })).toEqual({ step: 1, of: 6 });
    expect(progressOf({ at: 'consent', modality: 'face', answer })).toEqual({ step: 3, of: 6 });
    expect(progressOf({ at: 'consent', modality: 'fingerprint', answer })).toEqual({ step: 4, of: 6 });
    expect(progressOf({ at: 'lane' })).toBeUndefined();
  });

  it('C-01 remembers what has to be erased when the traveller leaves or declines', () => {
    expect(enrolmentOf({ at: 'declined', modality: 'face', answer })).toBe('E-1');
    expect(enrolmentOf({ at: 'face', enrolment: 'E-2' })).toBe('E-2');
    expect(enrolmentOf({ at: 'welcome' })).toBeUndefined();
  });

  it('guards every stage that may show something about a person', () => {
    expect(holdsNothing({ at: 'language' })).toBe(true);
    expect(holdsNothing({ at: 'lane' })).toBe(false);
  });

  it('sends pictures no larger than the engine can use and never blows them up', () => {
    expect(sentSize(1920, 1080)).toEqual({ width: 1280, height: 720 });
    expect(sentSize(640, 480)).toEqual({ width: 640, height: 480 });
    expect(sentSize(720, 1440)).toEqual({ width: 640, height: 1280 });
  });
});
