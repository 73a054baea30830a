/** The live part: pictures with guidance until enough are taken; in a demonstration a photograph file will do. */
import { type ChangeEvent, useRef, useState } from 'react';
import type { PersonAnswer } from '../../../src/server/index.ts';
import { type Answer, sendPicture } from '../../shared/api/request.ts';
import { CameraCircle } from '../../shared/camera/camera-circle.tsx';
import { useFramePump } from '../../shared/camera/frame-pump.ts';
import { useWebcam } from '../../shared/camera/webcam.tsx';
import { realPersonWords } from '../../shared/i18n/identity-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { GuidanceLine } from '../../shared/ui/lane-screen.tsx';
import { jpegOfFile } from './photograph.ts';

const FRAMES = '/v1/account/real-person/frames';
const PHOTOGRAPH = '/v1/account/real-person/photograph';
const NEEDED = 3;

/** `ended` hears every answer that is neither a picture taken nor something to change. */
export function PersonCamera(props: {
  readonly demo: boolean;
  readonly ended: (answer: Answer<PersonAnswer>) => void;
}) {
  const { say } = useSpeech();
  const { webcam } = useWebcam();
  const video = useRef<HTMLVideoElement>(null);
  const over = useRef(false);
  const photographed = useRef(false);
  const [photograph, setPhotograph] = useState(false);
  const [answer, setAnswer] = useState<PersonAnswer>();
  const hear = (next: Answer<PersonAnswer>) => {
    if (over.current) return;
    if (next.outcome === 'ok' && (next.value.outcome === 'adjust' || next.value.outcome === 'taken')) {
      setAnswer(next.value);
      return;
    }
    over.current = true;
    props.ended(next);
  };
  useFramePump(video, webcam.state === 'ready' && !photograph, async (picture) => {
    const next = await sendPicture<PersonAnswer>(FRAMES, picture);
    if (!photographed.current) hear(next);
  });
  const sendPhotograph = async (jpeg: Blob) => {
    // What the camera sent before is not waited for: the photograph ends the check, and later pictures find it over.
    photographed.current = true;
    setPhotograph(true);
    hear(await sendPicture<PersonAnswer>(PHOTOGRAPH, jpeg));
    photographed.current = false;
    setPhotograph(false);
  };
  const guidance = answer?.guidance ?? [];
  const [taken, needed] = [answer?.taken ?? 0, answer?.needed ?? NEEDED];
  return (
    <div className="acct-camera">
      <CameraCircle video={video} guidance={guidance} progress={{ taken, needed }} />
      <div className="capture-words" aria-live="polite">
        {guidance.length > 0 ? (
          <GuidanceLine guidance={guidance} />
        ) : (
          <p className="lead">{say(photograph ? realPersonWords.comparing : realPersonWords.look)}</p>
        )}
        <p className="quiet numerals">{say(realPersonWords.taken, { n: taken, of: needed })}</p>
      </div>
      {props.demo ? <PhotographFile send={sendPhotograph} /> : null}
    </div>
  );
}

function PhotographFile({ send }: { readonly send: (jpeg: Blob) => Promise<void> }) {
  const { say } = useSpeech();
  const [unreadable, setUnreadable] = useState(false);
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    const jpeg = file && (await jpegOfFile(file));
    setUnreadable(file !== undefined && jpeg === undefined);
    if (jpeg) await send(jpeg);
  };
  return (
    <div className="acct-field acct-upload">
      <label htmlFor="photograph-file">{say(realPersonWords.upload)}</label>
      <span className="hint" id="photograph-hint">
        {say(realPersonWords.uploadHint)}
      </span>
      <input
        id="photograph-file"
        type="file"
        accept="image/jpeg,image/png,image/webp"
        aria-describedby="photograph-hint"
        onChange={choose}
      />
      <span className="fault" role="status">
        {unreadable ? say(realPersonWords.unreadable) : ''}
      </span>
    </div>
  );
}
