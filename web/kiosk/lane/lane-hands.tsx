/** What can be pressed at each of the lane's screens: one action large, or two of equal weight. */
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import type { KioskView, TravellerInput } from '../../../src/server/index.ts';
import { pause } from '../../shared/api/ticks.ts';
import { kioskWords } from '../../shared/i18n/kiosk-words.ts';
import type { ScreenId } from '../../shared/i18n/screen-words.ts';
import { screenExtras } from '../../shared/i18n/screen-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import type { Words } from '../../shared/i18n/words.ts';
import { Icon, type IconName } from '../../shared/ui/icon.tsx';
import { tellLane } from '../kiosk-feed.ts';

type Input = TravellerInput['input'];

const FINGER_MS = 2_000;

interface Step {
  readonly input: Input;
  readonly text: Words;
  readonly icon: IconName;
}

/** The one step that stands for what the body does where gates are real. */
const STEPS: Partial<Record<ScreenId, Step>> = {
  'walk-in': { input: 'step-in', text: kioskWords.stepIn, icon: 'forward' },
  'walk-out': { input: 'step-out', text: kioskWords.stepOut, icon: 'forward' },
  'step-back-out': { input: 'walk-back', text: kioskWords.walkBack, icon: 'back' },
};

function Act(props: {
  readonly icon?: IconName;
  readonly go?: boolean;
  readonly disabled?: boolean;
  readonly press: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Button
      className={`button large ${props.go ? 'go' : ''}`}
      isDisabled={props.disabled ?? false}
      onPress={props.press}
    >
      {props.icon ? <Icon name={props.icon} /> : null}
      {props.children}
    </Button>
  );
}

/** The simulated finger stays on the glass for a moment; pressing again meanwhile would change nothing. */
function FingerAct({ lane }: { readonly lane: string }) {
  const { say } = useSpeech();
  const [laid, setLaid] = useState(false);
  const lay = async () => {
    setLaid(true);
    await tellLane(lane, 'finger').catch(() => undefined);
    await pause(FINGER_MS);
    setLaid(false);
  };
  return (
    <Act go icon="finger" disabled={laid} press={() => void lay()}>
      {say(kioskWords.fingerButton)}
    </Act>
  );
}

export function LaneHands(props: {
  readonly id: ScreenId;
  readonly kiosk: KioskView;
  readonly askReceipt: () => Promise<void>;
  readonly leave: () => void;
}) {
  const { id, kiosk } = props;
  const { say } = useSpeech();
  const tell = (input: Input) => void tellLane(kiosk.lane, input).catch(() => undefined);
  const step = STEPS[id];
  const seconds = kiosk.screen.secondsLeft;
  return (
    <>
      {seconds === undefined ? null : (
        <p className="quiet numerals">{say(screenExtras.secondsLeft, { n: seconds })}</p>
      )}
      {step ? (
        <Act go icon={step.icon} press={() => tell(step.input)}>
          {say(step.text)}
        </Act>
      ) : null}
      {id === 'confirm-identity' ? (
        <div className="pair">
          <Act icon="check" press={() => tell('confirm')}>
            {say(kioskWords.yes)}
          </Act>
          <Act icon="close" press={() => tell('not-me')}>
            {say(kioskWords.notMe)}
          </Act>
        </div>
      ) : null}
      {(id === 'place-finger' || id === 'finger-again') && kiosk.fingerReader === 'simulated' ? (
        <>
          <p className="quiet">{say(kioskWords.fingerSimulated)}</p>
          <FingerAct lane={kiosk.lane} />
        </>
      ) : null}
      {id === 'thank-you' ? (
        <Act go press={() => props.askReceipt().catch(() => undefined)}>
          {say(kioskWords.receipt)}
        </Act>
      ) : null}
      <Act press={props.leave}>{say(id === 'thank-you' ? kioskWords.finish : kioskWords.leave)}</Act>
    </>
  );
}
