/** The code for the e-Channel: fetched anew before each turn, by the server's clock; hidden as soon as it could be stale. */
import { useEffect } from 'react';
import type { CodeView } from '../../../src/server/index.ts';
import { codeWords } from '../../shared/i18n/code-words.ts';
import { pageWords } from '../../shared/i18n/page-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { FailureNote } from '../../shared/ui/note.tsx';
import { useResource } from '../use-resource.ts';
import { QrPicture } from './credential-card.tsx';
import './rotating-code.css';

const leftMs = ({ at, refreshAt }: CodeView): number => Math.max(0, Date.parse(refreshAt) - Date.parse(at));

/** Renews when the code turns, and when the page is looked at again: timers sleep in a pocket. */
function useTurning(code: CodeView | undefined, renew: () => void): void {
  useEffect(() => {
    if (!code) return undefined;
    const timer = setTimeout(renew, leftMs(code));
    const seen = () => document.visibilityState === 'visible' && renew();
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [code, renew]);
}

export function RotatingCode({ id }: { readonly id: string }) {
  const { say } = useSpeech();
  const { value: code, failure, renew } = useResource<CodeView>(`/v1/cases/${encodeURIComponent(id)}/code`);
  useTurning(code, renew);
  return (
    <section className="credential" aria-label={say(codeWords.code)}>
      {code ? (
        <>
          <QrPicture text={code.text} label={say(codeWords.code)} />
          <div className="validity" aria-hidden="true">
            <span key={code.text} className="turning" style={{ animationDuration: `${leftMs(code)}ms` }} />
          </div>
        </>
      ) : failure ? (
        <FailureNote answer={failure} retry={renew} />
      ) : (
        <p className="quiet">{say(pageWords.loading)}</p>
      )}
      <p>{say(codeWords.live)}</p>
      <p className="quiet">{say(codeWords.phoneDead)}</p>
    </section>
  );
}
