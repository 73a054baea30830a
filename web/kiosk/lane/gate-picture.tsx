/** The gate drawn from the front, for a lane whose gates exist only on this screen: doors slide, the jade line runs through. */
import type { GateView } from '../../../src/server/index.ts';
import { kioskWords } from '../../shared/i18n/kiosk-words.ts';
import { gateWords } from '../../shared/i18n/panel-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';

export function GatePicture({ state }: { readonly state: GateView }) {
  const { say } = useSpeech();
  return (
    <svg
      className="gate-picture"
      data-state={state}
      viewBox="0 0 240 180"
      role="img"
      aria-label={say(kioskWords.gatePicture, { state: say(gateWords[state]) })}
    >
      <path className="floor-edge" d="M8 164H232" />
      <path className="way" d="M96 176 112 92h16l16 84z" />
      <path className="line" pathLength={1} d="M120 178V84m-12 12 12-12 12 12" />
      <g className="door left">
        <rect x={54} y={48} width={65} height={108} rx={6} />
        <path d="M108 92v20" />
      </g>
      <g className="door right">
        <rect x={121} y={48} width={65} height={108} rx={6} />
        <path d="M132 92v20" />
      </g>
      <rect className="post" x={22} y={32} width={36} height={132} rx={9} />
      <rect className="post" x={182} y={32} width={36} height={132} rx={9} />
      <path className="lamp" d="M34 48h12M194 48h12" />
    </svg>
  );
}
