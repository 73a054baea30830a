/** What was granted: a document one is proud to show, then its rows, what comes next, the same on paper. */
import type { GrantView } from '../../../src/server/index.ts';
import { portalWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import type { Words } from '../../shared/i18n/words.ts';
import { CredentialCard } from './credential-card.tsx';
import { RotatingCode } from './rotating-code.tsx';
import { TimelinePicture } from './timeline-picture.tsx';

function Lines({ title, lines }: { readonly title: Words; readonly lines: readonly Words[] }) {
  const { say } = useSpeech();
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{say(title)}</h3>
      <ol className="dots">
        {lines.map((line) => (
          <li key={line.en}>{say(line)}</li>
        ))}
      </ol>
    </section>
  );
}

export function GrantedCard({ grant, id }: { readonly grant: GrantView; readonly id: string }) {
  const { say, language } = useSpeech();
  return (
    <>
      {grant.credential ? <CredentialCard grant={grant} text={grant.credential.text} /> : null}
      {grant.rotating ? <RotatingCode id={id} /> : null}
      {grant.timeline ? <TimelinePicture timeline={grant.timeline} /> : null}
      <dl className="rows-list">
        {grant.rows.map(({ label, value }) => (
          <div key={label.en}>
            <dt>{say(label)}</dt>
            <dd>{typeof value === 'string' ? value : say(value)}</dd>
          </div>
        ))}
        {grant.validUntil && !grant.credential ? (
          <div>
            <dt>{say(portalWords.validUntil, { at: '' }).trim()}</dt>
            <dd className="numerals">{grant.validUntil.slice(0, 16).replace('T', ' ')}</dd>
          </div>
        ) : null}
      </dl>
      <Lines title={portalWords.nextTitle} lines={grant.next} />
      <Lines title={portalWords.bringTitle} lines={grant.bring} />
      {grant.letter ? (
        <a className="button" href={`/v1/cases/${id}/letter.pdf?language=${language}`} download>
          {say(portalWords.letter)}
        </a>
      ) : null}
    </>
  );
}
