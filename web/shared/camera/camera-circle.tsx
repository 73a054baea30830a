/** The traveller's own picture in a circle, with an arc that points where to move and a ring that fills as pictures are taken. */
import { type RefObject, useEffect } from 'react';
import { Button } from 'react-aria-components';
import { kioskWords } from '../i18n/kiosk-words.ts';
import { pageWords } from '../i18n/page-words.ts';
import { useSpeech } from '../i18n/speech.tsx';
import { Icon } from '../ui/icon.tsx';
import { useWebcam, type Webcam } from './webcam.tsx';

/** Degrees at which arrows stand on the ring, and whether they point inwards. */
const ARROWS: Readonly<Record<string, { readonly at: readonly number[]; readonly inward: boolean }>> = {
  'move-left': { at: [180], inward: false },
  'move-right': { at: [0], inward: false },
  'move-up': { at: [270], inward: false },
  'move-down': { at: [90], inward: false },
  closer: { at: [45, 135, 225, 315], inward: false },
  further: { at: [45, 135, 225, 315], inward: true },
};

function Arrow({ at, inward }: { readonly at: number; readonly inward: boolean }) {
  return (
    <g transform={`rotate(${at})`}>
      <path className="arc" d="M45.3 -21.1a50 50 0 0 1 0 42.2" />
      <path className="arrow" d={inward ? 'M46 -5l-5 5 5 5' : 'M41 -5l5 5-5 5'} />
    </g>
  );
}

/** One segment a picture; those taken are jade. */
function TakenRing({ taken, needed }: { readonly taken: number; readonly needed: number }) {
  return Array.from({ length: needed }, (_, index) => (
    <circle
      // biome-ignore lint/suspicious/noArrayIndexKey: segments are told apart by nothing but their place.
      key={index}
      className="segment"
      data-taken={index < taken || undefined}
      r={56}
      pathLength={needed}
      strokeDasharray={`0.96 ${needed}`}
      strokeDashoffset={-index - 0.02}
      transform="rotate(-90)"
    />
  ));
}

const TROUBLE = {
  refused: [kioskWords.cameraRefused, kioskWords.cameraRefusedHint],
  missing: [kioskWords.cameraMissing, kioskWords.cameraMissingHint],
  insecure: [kioskWords.cameraMissing, kioskWords.cameraInsecure],
  asking: [kioskWords.cameraAsk, kioskWords.cameraAskHint],
} as const;

function CameraTrouble({
  state,
  retry,
}: {
  readonly state: Exclude<Webcam['state'], 'ready'>;
  readonly retry: () => void;
}) {
  const { say } = useSpeech();
  const [title, hint] = TROUBLE[state];
  return (
    <div className="camera-trouble" role="status">
      <Icon name="camera" />
      <h2>{say(title)}</h2>
      <p>{say(hint)}</p>
      {state === 'asking' ? null : (
        <Button className="button go" onPress={retry}>
          {say(pageWords.retry)}
        </Button>
      )}
    </div>
  );
}

export interface CameraCircleProps {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly guidance: readonly string[];
  readonly progress?: { readonly taken: number; readonly needed: number };
  readonly busy?: boolean;
}

export function CameraCircle(props: CameraCircleProps) {
  const { say } = useSpeech();
  const { webcam, retry } = useWebcam();
  const stream = webcam.state === 'ready' ? webcam.stream : undefined;
  const { video } = props;
  useEffect(() => {
    if (video.current && stream) video.current.srcObject = stream;
  }, [video, stream]);
  if (webcam.state !== 'ready') return <CameraTrouble state={webcam.state} retry={retry} />;
  const first = props.guidance.find((id) => Object.hasOwn(ARROWS, id));
  const arrows = first ? ARROWS[first] : undefined;
  return (
    <div
      className="camera-circle"
      data-adjust={props.guidance.length > 0 || undefined}
      data-busy={props.busy || undefined}
    >
      <video ref={video} autoPlay playsInline muted aria-label={say(kioskWords.cameraAlt)} />
      <svg viewBox="-60 -60 120 120" aria-hidden="true">
        {props.progress ? <TakenRing {...props.progress} /> : <circle className="ring" r={56} />}
        {arrows?.at.map((at) => (
          <Arrow key={at} at={at} inward={arrows.inward} />
        ))}
      </svg>
    </div>
  );
}
