/** In the lane: its own screen, the webcam as its camera, and the buttons that stand for steps and touches. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { CaptureAnswer, KioskView, LaneView, ReceiptView } from '../../../src/server/index.ts';
import { getJson, sendPicture } from '../../shared/api/request.ts';
import { CameraCircle } from '../../shared/camera/camera-circle.tsx';
import { useFramePump } from '../../shared/camera/frame-pump.ts';
import { useWebcam } from '../../shared/camera/webcam.tsx';
import { pageWords } from '../../shared/i18n/page-words.ts';
import type { ScreenId } from '../../shared/i18n/screen-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { LaneScreen, screenIdOf } from '../../shared/ui/lane-screen.tsx';
import { noteActivity } from '../idle-guard.tsx';
import { framesAddress, receiptAddress, tellLane } from '../kiosk-feed.ts';
import { Eyes, Hands } from '../kiosk-frame.tsx';
import { GatePicture } from './gate-picture.tsx';
import { LaneHands } from './lane-hands.tsx';
import { Receipt } from './receipt.tsx';

/** While these are shown the lane looks for a face, outside or inside; at other times no picture leaves the browser. */
const LOOKING: ReadonlySet<ScreenId> = new Set([
  'welcome',
  'look-at-camera',
  'adjust',
  'identifying',
  'place-finger',
  'finger-again',
  'verifying',
]);
/** While these are shown the traveller sees their own picture. */
const MIRRORED: ReadonlySet<ScreenId> = new Set(['welcome', 'look-at-camera', 'adjust', 'identifying']);

/**
 * The lane's camera looks on while the screen shows something else, so its pictures come from a video of its own that
 * stands in no page: one that is hidden in a page may be given no new pictures by the browser.
 */
function useLaneCamera(): RefObject<HTMLVideoElement | null> {
  const video = useRef<HTMLVideoElement>(null);
  const { webcam } = useWebcam();
  const stream = webcam.state === 'ready' ? webcam.stream : undefined;
  useEffect(() => {
    if (!stream) return;
    const unseen = document.createElement('video');
    unseen.muted = true;
    unseen.playsInline = true;
    unseen.srcObject = stream;
    // Refused only when the page is being left, and then nobody looks any more.
    unseen.play().catch(() => {});
    video.current = unseen;
    return () => {
      video.current = null;
      unseen.srcObject = null;
    };
  }, [stream]);
  return video;
}

function useLaneFrames(kiosk: KioskView, looking: boolean): void {
  const video = useLaneCamera();
  useFramePump(video, looking, async (picture) => {
    const answer = await sendPicture<CaptureAnswer>(framesAddress(kiosk.lane), picture);
    if (answer.outcome === 'ok' && answer.value.box) noteActivity();
  });
}

export function LaneWalk(props: {
  readonly kiosk: KioskView;
  readonly lane: LaneView | undefined;
  readonly leave: () => void;
}) {
  const { kiosk, lane } = props;
  const { say } = useSpeech();
  const [receipt, setReceipt] = useState<ReceiptView>();
  const id = screenIdOf(kiosk.screen.message);
  const video = useRef<HTMLVideoElement>(null);
  useLaneFrames(kiosk, LOOKING.has(id));
  const askReceipt = async () => {
    await tellLane(kiosk.lane, 'receipt');
    const answer = await getJson<ReceiptView>(receiptAddress(kiosk.lane));
    if (answer.outcome === 'ok') setReceipt(answer.value);
  };
  if (receipt) return <Receipt receipt={receipt} finish={props.leave} />;
  const camera = (
    <CameraCircle video={video} guidance={kiosk.screen.guidance ?? []} busy={id === 'identifying'} />
  );
  return (
    <>
      <Eyes>
        <h1 className="unseen">{say(pageWords.kioskTitle)}</h1>
        <LaneScreen
          screen={kiosk.screen}
          light={lane?.light ?? 'off'}
          live
          picture={MIRRORED.has(id) ? camera : gateFor(id, lane)}
        />
      </Eyes>
      <Hands>
        <LaneHands id={id} kiosk={kiosk} askReceipt={askReceipt} leave={props.leave} />
      </Hands>
    </>
  );
}

/** The gate is drawn where the traveller is asked to walk through it. */
function gateFor(id: ScreenId, lane: LaneView | undefined) {
  if (!lane) return undefined;
  if (id === 'walk-in' || id === 'step-back-out') return <GatePicture state={lane.gates.entry} />;
  if (id === 'walk-out') return <GatePicture state={lane.gates.exit} />;
  return undefined;
}
