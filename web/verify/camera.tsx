/** The camera as a reader of codes: open only while it is wanted, with its failures as states. */
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { elapsedMs, pause, useRepeated } from '../shared/api/ticks.ts';
import { pageWords } from '../shared/i18n/page-words.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import { verifyWords } from '../shared/i18n/verify-words.ts';
import { Icon } from '../shared/ui/icon.tsx';
import { readVideo } from './read-code.ts';

type CameraState =
  | { readonly state: 'asking' | 'refused' | 'missing' }
  | { readonly state: 'open'; readonly stream: MediaStream };

const WANTED: MediaStreamConstraints = {
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'environment' },
  audio: false,
};
/** A code that is not read by then is probably out of focus, too far, or under a reflection. */
const BLURRED_AFTER_MS = 6000;
const LOOK_EVERY_MS = 120;

async function openCamera(): Promise<CameraState> {
  try {
    return { state: 'open', stream: await navigator.mediaDevices.getUserMedia(WANTED) };
  } catch (error) {
    const refused = error instanceof DOMException && error.name === 'NotAllowedError';
    return { state: refused ? 'refused' : 'missing' };
  }
}

function useCamera(): { readonly camera: CameraState; readonly retry: () => void } {
  const [camera, setCamera] = useState<CameraState>({ state: 'asking' });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try opens the camera anew.
  useEffect(() => {
    let wanted = true;
    let opened: CameraState | undefined;
    const close = (state: CameraState | undefined) => {
      if (state?.state === 'open') for (const track of state.stream.getTracks()) track.stop();
    };
    void openCamera().then((state) => {
      opened = state;
      if (wanted) setCamera(state);
      else close(state);
    });
    return () => {
      wanted = false;
      close(opened);
    };
  }, [tries]);
  return {
    camera,
    retry: () => {
      setCamera({ state: 'asking' });
      setTries((count) => count + 1);
    },
  };
}

const TROUBLE = {
  asking: [verifyWords.cameraAsk, verifyWords.cameraAskHint],
  refused: [verifyWords.cameraRefused, verifyWords.cameraRefusedHint],
  missing: [verifyWords.cameraMissing, verifyWords.cameraMissingHint],
} as const;

function Trouble({ state, retry }: { readonly state: keyof typeof TROUBLE; readonly retry: () => void }) {
  const { say } = useSpeech();
  const [title, hint] = TROUBLE[state];
  return (
    <div className="camera-trouble" role="status">
      <Icon name="camera" />
      <h2>{say(title)}</h2>
      <p>{say(hint)}</p>
      {state === 'asking' ? null : (
        <Button className="button" onPress={retry}>
          {say(pageWords.retry)}
        </Button>
      )}
    </div>
  );
}

export function Camera({ onCode }: { readonly onCode: (text: string) => void }) {
  const { camera, retry } = useCamera();
  return camera.state === 'open' ? (
    <Finder stream={camera.stream} onCode={onCode} />
  ) : (
    <Trouble state={camera.state} retry={retry} />
  );
}

function Finder({
  stream,
  onCode,
}: {
  readonly stream: MediaStream;
  readonly onCode: (text: string) => void;
}) {
  const { say } = useSpeech();
  const video = useRef<HTMLVideoElement>(null);
  const [started] = useState(elapsedMs);
  const [isBlurred, setBlurred] = useState(false);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  const look = async () => {
    // A picture that cannot be read is followed by another.
    const text = video.current ? await readVideo(video.current).catch(() => undefined) : undefined;
    if (text !== undefined) onCode(text);
    if (elapsedMs() - started > BLURRED_AFTER_MS) setBlurred(true);
    await pause(LOOK_EVERY_MS);
  };
  useRepeated(look, 20, true);
  return (
    <div className="finder">
      <video ref={video} autoPlay playsInline muted aria-label={say(verifyWords.cameraAlt)} />
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <path d="M14 32V14h18M68 14h18v18M86 68v18H68M32 86H14V68" />
      </svg>
      <p role="status" data-blurred={isBlurred || undefined}>
        {say(isBlurred ? verifyWords.blurred : verifyWords.looking)}
      </p>
    </div>
  );
}
