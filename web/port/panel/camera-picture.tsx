/** The lane's latest camera picture, renewed about three times a second while it is allowed. */
import { useEffect, useRef, useState } from 'react';
import type { LaneView } from '../../../src/server/index.ts';
import { useRepeated } from '../../shared/api/ticks.ts';
import { panelWords } from '../../shared/i18n/panel-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { Icon } from '../../shared/ui/icon.tsx';

const RENEW_MS = 300;

type Shown = { readonly kind: 'picture'; readonly address: string } | { readonly kind: 'hidden' | 'idle' };

async function fetchPicture(lane: string, count: number): Promise<Shown> {
  try {
    const response = await fetch(`/v1/lanes/${encodeURIComponent(lane)}/frame.jpg?t=${count}`);
    if (response.status === 401 || response.status === 403) return { kind: 'hidden' };
    if (response.status !== 200) return { kind: 'idle' };
    return { kind: 'picture', address: URL.createObjectURL(await response.blob()) };
  } catch {
    return { kind: 'idle' };
  }
}

/** @param allowed undefined while it is not yet known */
export function CameraPicture({
  lane,
  allowed,
}: {
  readonly lane: LaneView;
  readonly allowed: boolean | undefined;
}) {
  const { say } = useSpeech();
  const [shown, setShown] = useState<Shown>({ kind: 'idle' });
  const count = useRef(0);
  const address = shown.kind === 'picture' ? shown.address : undefined;
  useRepeated(async () => setShown(await fetchPicture(lane.id, count.current++)), RENEW_MS, allowed === true);
  useEffect(() => (address ? () => URL.revokeObjectURL(address) : undefined), [address]);
  if (address) {
    return <img className="panel-camera" src={address} alt={say(panelWords.cameraAlt, { n: lane.id })} />;
  }
  const hidden = allowed === false || shown.kind === 'hidden';
  return (
    <div className="panel-camera none">
      <Icon name="camera" />
      <p>{say(hidden ? panelWords.cameraHidden : panelWords.cameraIdle)}</p>
    </div>
  );
}
