/**
 * A lane's screen as the traveller sees it: a picture, one verb, one sentence, what to change, the other ways.
 * All lengths are in em: the kiosk shows it large, the port page small, and it is the same screen.
 */
import '../style/lane-screen.css';
import type { ReactNode } from 'react';
import type { LaneView, ScreenView } from '../../../src/server/index.ts';
import { guidanceWords, isGuidance } from '../i18n/guidance-words.ts';
import { alternativeText, reasonText } from '../i18n/reason-words.ts';
import {
  type FingerId,
  fingerWords,
  isFinger,
  isScreen,
  type ScreenId,
  type ScreenText,
  screenExtras,
  screenWords,
} from '../i18n/screen-words.ts';
import { useSpeech } from '../i18n/speech.tsx';
import { HandPicture } from './hand-picture.tsx';
import { StepPicture } from './step-picture.tsx';

/** A message that this page does not know yet is shown as the calmest one that asks nothing of the traveller. */
export const screenIdOf = (message: string): ScreenId => (isScreen(message) ? message : 'officer-coming');

/** Mood of the screen: what the colour says again, after picture and words. */
function moodOf(id: ScreenId): 'go' | 'wait' | 'officer' | 'plain' {
  if (id === 'walk-in' || id === 'walk-out' || id === 'thank-you') return 'go';
  if (id === 'officer-coming' || id === 'one-person-only' || id === 'step-back-out') return 'officer';
  if (id === 'identifying' || id === 'verifying' || id === 'recording') return 'wait';
  return 'plain';
}

/** The finger that a screen names, while it asks for one. */
const fingerOf = (id: ScreenId, { finger }: ScreenView): FingerId | undefined =>
  (id === 'place-finger' || id === 'finger-again') && isFinger(finger) ? finger : undefined;

function textOf(id: ScreenId, finger: FingerId | undefined): ScreenText {
  if (!finger) return screenWords[id];
  return id === 'finger-again'
    ? { verb: screenExtras.layFingerAgain, hint: screenWords[id].hint }
    : { verb: screenExtras.layFinger, hint: screenExtras.layFingerFlat };
}

/** What to change, the first thing largest; a screen asks for one change at a time. */
export function GuidanceLine({ guidance }: { readonly guidance: readonly string[] }) {
  const { say } = useSpeech();
  const first = guidance.find(isGuidance);
  return first ? <p className="guidance">{say(guidanceWords[first])}</p> : null;
}

export function Alternatives({ ids, title }: { readonly ids: readonly string[]; readonly title?: string }) {
  const { say } = useSpeech();
  const texts = ids.map(alternativeText).filter((text) => text !== undefined);
  if (texts.length === 0) return null;
  return (
    <div className="alternatives">
      <p>{title ?? say(screenExtras.otherWays)}</p>
      <ul>
        {texts.map((text) => (
          <li key={text.en}>{say(text)}</li>
        ))}
      </ul>
    </div>
  );
}

function Identity({ identity }: { readonly identity: NonNullable<ScreenView['identity']> }) {
  const { say } = useSpeech();
  return (
    <div className="identity">
      <p className="identity-name">{identity.name}</p>
      <p className="numerals">{say(screenExtras.documentTail, { tail: identity.documentTail })}</p>
    </div>
  );
}

export function LaneScreen(props: {
  readonly screen: ScreenView;
  readonly light: LaneView['light'];
  /** Whether changes are read aloud: true on the kiosk, false where it is only looked at. */
  readonly live: boolean;
  /** Takes the picture's place: the kiosk's own camera circle. */
  readonly picture?: ReactNode;
}) {
  const { say } = useSpeech();
  const { screen } = props;
  const id = screenIdOf(screen.message);
  const finger = fingerOf(id, screen);
  const text = textOf(id, finger);
  const picture = finger ? <HandPicture finger={finger} /> : <StepPicture id={id} />;
  return (
    <div className="screen" data-mood={moodOf(id)} aria-live={props.live ? 'polite' : undefined}>
      {screen.identity && id === 'confirm-identity' ? (
        <Identity identity={screen.identity} />
      ) : (
        <div className="screen-picture">{props.picture ?? picture}</div>
      )}
      <p className="screen-verb">{say(text.verb, finger ? { finger: say(fingerWords[finger]) } : {})}</p>
      <GuidanceLine guidance={screen.guidance ?? []} />
      {screen.advice?.length ? (
        <ul className="advice">
          {screen.advice.map((reason) => (
            <li key={reason}>{say(reasonText(reason))}</li>
          ))}
        </ul>
      ) : null}
      <p className="screen-hint">{say(text.hint)}</p>
      {screen.triesLeft === undefined ? null : (
        <p className="screen-hint numerals">{say(screenExtras.triesLeft, { n: screen.triesLeft })}</p>
      )}
      <Alternatives ids={screen.alternatives ?? []} />
      <p className="unseen">{say(screenExtras[props.light])}</p>
    </div>
  );
}
