/** Three frames with live guidance; each picture is answered with what to change or that it was taken. */
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CaptureAnswer } from '../../../src/server/index.ts';
import { type Answer, sendPicture } from '../../shared/api/request.ts';
import { CameraCircle } from '../../shared/camera/camera-circle.tsx';
import { useFramePump } from '../../shared/camera/frame-pump.ts';
import { useWebcam } from '../../shared/camera/webcam.tsx';
import { kioskWords } from '../../shared/i18n/kiosk-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { GuidanceLine } from '../../shared/ui/lane-screen.tsx';
import { FailureNote } from '../../shared/ui/note.tsx';
import { noteActivity } from '../idle-guard.tsx';
import { Eyes, Hands } from '../kiosk-frame.tsx';
import type { Stage } from '../stage.ts';

const NEEDED = 3;

export function FaceCapture(props: {
  readonly enrolment: string;
  readonly go: (stage: Stage) => void;
  readonly leave: () => void;
}) {
  const { say } = useSpeech();
  const { webcam } = useWebcam();
  const video = useRef<HTMLVideoElement>(null);
  const [answer, setAnswer] = useState<CaptureAnswer>();
  const [failure, setFailure] = useState<Answer<CaptureAnswer>>();
  const looking = webcam.state === 'ready' && !failure && answer?.outcome !== 'complete';
  useFramePump(video, looking, async (picture) => {
    const next = await sendPicture<CaptureAnswer>(
      `/v1/enrolments/${encodeURIComponent(props.enrolment)}/frames`,
      picture,
    );
    if (next.outcome !== 'ok') return setFailure(next);
    setAnswer(next.value);
    if (next.value.box) noteActivity();
    if (next.value.outcome === 'complete') props.go({ at: 'finger', enrolment: props.enrolment });
  });
  const [taken, needed] = [answer?.taken ?? 0, answer?.needed ?? NEEDED];
  const guidance = answer?.guidance ?? [];
  return (
    <>
      <Eyes>
        <h1 className="verb">{say(kioskWords.faceTitle)}</h1>
        {failure ? (
          <FailureNote answer={failure} retry={() => setFailure(undefined)} />
        ) : (
          <CameraCircle video={video} guidance={guidance} progress={{ taken, needed }} />
        )}
        <div className="capture-words" aria-live="polite">
          {guidance.length > 0 ? <GuidanceLine guidance={guidance} /> : null}
          {guidance.length === 0 ? (
            <p className="lead">{say(answer ? kioskWords.faceReady : kioskWords.faceHint)}</p>
          ) : null}
          <p className="quiet numerals">{say(kioskWords.taken, { n: taken, of: needed })}</p>
        </div>
      </Eyes>
      <Hands>
        <p className="quiet">{say(kioskWords.pictures)}</p>
        <Button className="button large" onPress={props.leave}>
          {say(kioskWords.leave)}
        </Button>
      </Hands>
    </>
  );
}
