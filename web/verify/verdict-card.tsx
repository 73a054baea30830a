/** The answer, large enough to be read at arm's length: a verdict in words and shape, what to look at, what else to do. */
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { CredentialCheck, KeyList } from '../../src/credentials/index.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import { verdictWords } from '../shared/i18n/verdict-words.ts';
import { verifyWords } from '../shared/i18n/verify-words.ts';
import { Icon, type IconName } from '../shared/ui/icon.tsx';
import { rowsOf } from './credential-rows.ts';

type Tone = 'good' | 'doubt' | 'bad';

const TONES: Readonly<Record<CredentialCheck['verdict'], Tone>> = {
  valid: 'good',
  expired: 'doubt',
  'not-yet-valid': 'doubt',
  'outside-its-purpose': 'doubt',
  'unknown-key': 'doubt',
  malformed: 'doubt',
  revoked: 'bad',
  'not-genuine': 'bad',
};

const ICONS: Readonly<Record<Tone, IconName>> = { good: 'check', doubt: 'warn', bad: 'close' };

/** A receipt that is genuine must not look like a permit that is valid. */
function wordsFor(check: CredentialCheck): (typeof verdictWords)['valid'] {
  if (check.verdict !== 'valid' || check.credential.kind === 'permit') return verdictWords[check.verdict];
  return { verb: verifyWords.genuine, means: verifyWords.genuineMeans };
}

export function VerdictCard(props: {
  readonly check: CredentialCheck;
  readonly keys: KeyList;
  readonly next: () => void;
}) {
  const { say, language } = useSpeech();
  const { check } = props;
  const { verb, means, instead } = wordsFor(check);
  const tone = TONES[check.verdict];
  const heading = useRef<HTMLHeadingElement>(null);
  // The keyboard goes on from here; a change of purpose is only told, since the hand is elsewhere then.
  useEffect(() => heading.current?.focus(), []);
  return (
    <article className="card verdict-card" data-tone={tone}>
      <div className="verify-verdict" data-tone={tone} role="status">
        <Icon name={ICONS[tone]} />
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {say(verb)}
          </h2>
          <p>{say(means)}</p>
        </div>
      </div>
      {'credential' in check ? (
        <dl className="facts" aria-label={say(verifyWords.look)}>
          {rowsOf(check.credential, props.keys, language).map(({ label, value, large }) => (
            <div key={label.en} data-large={large || undefined}>
              <dt>{say(label)}</dt>
              <dd className="numerals">{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {check.verdict === 'valid' ? <p className="quiet">{say(verifyWords.lookHint)}</p> : null}
      {instead ? (
        <section className="instead">
          <h3>{say(verifyWords.elseTitle)}</h3>
          <p>{say(instead)}</p>
        </section>
      ) : null}
      <Button className="button go large" onPress={props.next}>
        {say(verifyWords.next)}
      </Button>
    </article>
  );
}
