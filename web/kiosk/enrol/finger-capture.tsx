/** One finger; where there is no reader a synthetic finger stands in for it, and the page says so. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CaptureAnswer, EnrolmentReceipt } from '../../../src/server/index.ts';
import { type Answer, sendJson } from '../../shared/api/request.ts';
import { kioskWords } from '../../shared/i18n/kiosk-words.ts';
import { screenWords } from '../../shared/i18n/screen-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { GuidanceLine } from '../../shared/ui/lane-screen.tsx';
import { FailureNote } from '../../shared/ui/note.tsx';
import { StepPicture } from '../../shared/ui/step-picture.tsx';
import { Eyes, Hands } from '../kiosk-frame.tsx';
import type { Stage } from '../stage.ts';

function useFinger(enrolment: string, go: (stage: Stage) => void) {
  const [answer, setAnswer] = useState<CaptureAnswer>();
  const [failure, setFailure] = useState<Answer<unknown>>();
  const [busy, setBusy] = useState(false);
  const address = `/v1/enrolments/${encodeURIComponent(enrolment)}`;
  const finish = async () => {
    const done = await sendJson<EnrolmentReceipt>('POST', `${address}/finish`, {});
    if (done.outcome === 'ok') go({ at: 'enrolled', receipt: done.value });
    else setFailure(done);
  };
  const press = async () => {
    setFailure(undefined);
    setBusy(true);
    const read = await sendJson<CaptureAnswer>('POST', `${address}/finger`, {});
    if (read.outcome !== 'ok') setFailure(read);
    else if (read.value.outcome === 'complete') await finish();
    else setAnswer(read.value);
    setBusy(false);
  };
  return { answer, failure, busy, press };
}

export function FingerCapture(props: {
  readonly enrolment: string;
  readonly simulated: boolean;
  readonly go: (stage: Stage) => void;
  readonly leave: () => void;
}) {
  const { say } = useSpeech();
  const { answer, failure, busy, press } = useFinger(props.enrolment, props.go);
  return (
    <>
      <Eyes>
        <div className="big-picture">
          <StepPicture id={busy ? 'verifying' : 'place-finger'} />
        </div>
        <h1 className="verb">{say(kioskWords.fingerTitle)}</h1>
        <p className="lead">{say(screenWords['place-finger'].hint)}</p>
        <div aria-live="polite">
          <GuidanceLine guidance={answer?.guidance ?? []} />
          {answer ? (
            <p className="quiet numerals">{say(kioskWords.taken, { n: answer.taken, of: answer.needed })}</p>
          ) : null}
        </div>
        {failure ? <FailureNote answer={failure} retry={press} /> : null}
      </Eyes>
      <Hands>
        {props.simulated ? <p className="note-line">{say(kioskWords.fingerSimulated)}</p> : null}
        <Button className="button go large" isDisabled={busy} onPress={() => press()}>
          <Icon name="finger" />
          {say(props.simulated ? kioskWords.fingerButton : screenWords['place-finger'].verb)}
        </Button>
        <Button className="button large" isDisabled={busy} onPress={props.leave}>
          {say(kioskWords.leave)}
        </Button>
      </Hands>
    </>
  );
}
