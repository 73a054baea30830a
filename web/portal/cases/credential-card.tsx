/** The permit at hand: name large, validity as a bar that empties, the code on white; it moves, as a screenshot cannot. */
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { encodeQr, type QrModules } from '../../../src/credentials/index.ts';
import type { GrantView } from '../../../src/server/index.ts';
import { portalWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';

const DAY_MS = 86_400_000;
const TICK_MS = 1000;
/** Modules of the quiet zone around a code (ISO/IEC 18004). */
const QUIET = 4;
const EMPTY_SIZE = 57;

function useNow(): number {
  const [now, setNow] = useState(() => performance.timeOrigin + performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.timeOrigin + performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export function QrPicture({ text, label }: { readonly text: string; readonly label: string }) {
  const [code, setCode] = useState<QrModules>();
  useEffect(() => {
    let shown = true;
    void encodeQr(text).then((made) => shown && setCode(made));
    return () => {
      shown = false;
    };
  }, [text]);
  const size = (code?.size ?? EMPTY_SIZE) + 2 * QUIET;
  return (
    <svg
      className="qr"
      viewBox={`${-QUIET} ${-QUIET} ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={size} height={size} fill="#fff" />
      {code ? <path d={code.path} fill="#000" /> : null}
    </svg>
  );
}

/** Fine lines that turn slowly, after the guilloche of printed documents. */
function Guilloche() {
  const lines = Array.from({ length: 14 }, (_, index) => index * 13);
  return (
    <svg className="guilloche" viewBox="-100 -100 200 200" aria-hidden="true">
      {lines.map((turn) => (
        <ellipse key={turn} rx="96" ry="38" transform={`rotate(${turn})`} />
      ))}
    </svg>
  );
}

export function CredentialCard({ grant, text }: { readonly grant: GrantView; readonly text: string }) {
  const { say } = useSpeech();
  const card = useRef<HTMLElement>(null);
  const now = useNow();
  const [from, until] = [Date.parse(grant.validFrom ?? ''), Date.parse(grant.validUntil ?? '')];
  const left = Math.max(0, Math.min(1, (until - now) / (until - from)));
  const [title, holder] = grant.rows;
  const words = (value: GrantView['rows'][number]['value'] | undefined) =>
    value === undefined ? '' : typeof value === 'string' ? value : say(value);
  const days = Math.ceil((until - now) / DAY_MS);
  return (
    <section
      ref={card}
      className="credential"
      aria-label={words(title?.value)}
      data-over={left === 0 || undefined}
    >
      <Guilloche />
      <p className="credential-title">{words(title?.value)}</p>
      <p className="credential-name">{words(holder?.value)}</p>
      <QrPicture text={text} label={say(portalWords.qrIsProof)} />
      <div
        className="validity"
        role="img"
        aria-label={left > 0 ? say(portalWords.remaining, { n: days }) : say(portalWords.expired)}
      >
        <span style={{ inlineSize: `${left * 100}%` }} />
      </div>
      <p className="numerals">
        {left > 0
          ? say(portalWords.validUntil, { at: grant.validUntil?.slice(0, 16).replace('T', ' ') ?? '' })
          : say(portalWords.expired)}
        {left > 0 ? ` · ${say(portalWords.remaining, { n: days })}` : null}
      </p>
      <p className="quiet">{say(portalWords.qrIsProof)}</p>
      {document.fullscreenEnabled ? (
        <Button className="button" onPress={() => void card.current?.requestFullscreen()}>
          {say(portalWords.fullScreen)}
        </Button>
      ) : null}
    </section>
  );
}
