/** Enrolment is done: a reference, what happens next, how to take it back. */
import { Button } from 'react-aria-components';
import type { EnrolmentReceipt } from '../../../src/server/index.ts';
import { kioskWords } from '../../shared/i18n/kiosk-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { StepPicture } from '../../shared/ui/step-picture.tsx';
import { Eyes, Hands } from '../kiosk-frame.tsx';
import type { Stage } from '../stage.ts';

export function Enrolled(props: {
  readonly receipt: EnrolmentReceipt;
  readonly go: (stage: Stage) => void;
  readonly leave: () => void;
}) {
  const { say } = useSpeech();
  return (
    <>
      <Eyes>
        <div className="big-picture">
          <StepPicture id="thank-you" />
        </div>
        <h1 className="verb">{say(kioskWords.enrolled)}</h1>
        <p className="lead numerals">{say(kioskWords.enrolledHint, { id: props.receipt.traveller })}</p>
      </Eyes>
      <Hands>
        <Button className="button go large" onPress={() => props.go({ at: 'lane' })}>
          <Icon name="walk" />
          {say(kioskWords.toLane)}
        </Button>
        <Button className="button large" onPress={props.leave}>
          {say(kioskWords.finish)}
        </Button>
      </Hands>
    </>
  );
}
