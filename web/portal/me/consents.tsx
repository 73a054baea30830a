/** Consents, one for each purpose. What hangs on one is told above its button, so that one tap is enough. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ConsentsView, ErasureView, WithdrawnView } from '../../../src/server/index.ts';
import { type Answer, sendJson } from '../../shared/api/request.ts';
import { meWords } from '../../shared/i18n/me-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { dateTime } from '../../shared/ui/format.ts';
import { FailureNote } from '../../shared/ui/note.tsx';
import { LawAnswer } from '../cases/law-answer.tsx';
import { useResource } from '../use-resource.ts';
import { Unread } from './unread.tsx';

type Consent = ConsentsView['consents'][number];

export function ConsentsPart() {
  const { say } = useSpeech();
  const mine = useResource<ConsentsView>('/v1/me/consents');
  if (!mine.value) return <Unread resource={mine} />;
  const { consents, erasures } = mine.value;
  return (
    <>
      {consents.length === 0 ? <p className="quiet">{say(meWords.noConsents)}</p> : null}
      <ul className="me-list">
        {consents.map((consent) => (
          <ConsentCard key={consent.id} consent={consent} renew={mine.renew} />
        ))}
      </ul>
      {erasures.length > 0 ? (
        <section aria-live="polite">
          <h3>{say(meWords.receipts)}</h3>
          <ul className="me-list">
            {erasures.map((erasure) => (
              <Receipt key={erasure.id} erasure={erasure} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function ConsentCard({ consent, renew }: { readonly consent: Consent; readonly renew: () => void }) {
  const { say, language } = useSpeech();
  const { title, body, modality, givenAt, withdrawnAt, ifWithdrawn } = consent;
  const time = (at: string) => dateTime(Date.parse(at), language);
  return (
    <li>
      <h3>{say(title ?? meWords[modality])}</h3>
      {body ? <p>{say(body)}</p> : null}
      <p className="quiet">{say(meWords.given, { time: time(givenAt) })}</p>
      {withdrawnAt ? <p>{say(meWords.withdrawnAt, { time: time(withdrawnAt) })}</p> : null}
      {ifWithdrawn ? <Withdrawal consent={consent} depends={ifWithdrawn} renew={renew} /> : null}
    </li>
  );
}

function Withdrawal(props: {
  readonly consent: Consent;
  readonly depends: NonNullable<Consent['ifWithdrawn']>;
  readonly renew: () => void;
}) {
  const { say } = useSpeech();
  const { losesLane, law } = props.depends;
  const { modality } = props.consent;
  const [answer, setAnswer] = useState<Answer<WithdrawnView>>();
  const withdraw = async () => {
    const sent = await sendJson<WithdrawnView>('POST', `/v1/me/consents/${modality}/withdraw`, {});
    if (sent.outcome === 'ok' && sent.value.outcome === 'withdrawn') props.renew();
    else setAnswer(sent);
  };
  const ways = law.alternatives.flatMap(({ text }) => (text ? [say(text)] : [])).join(' · ');
  return (
    <div className="panel-note">
      <h4>{say(meWords.ifWithdrawn)}</h4>
      <ul className="dots">
        <li>{say(losesLane ? meWords.losesLane : meWords.losesNothing)}</li>
        <li>{say(meWords.erases)}</li>
        <li>{say(meWords.keeps)}</li>
        {ways ? <li>{say(meWords.stillOpen, { ways })}</li> : null}
      </ul>
      <Button className="button" onPress={() => void withdraw()}>
        {say(meWords.withdraw, { what: say(meWords[modality]) })}
      </Button>
      {answer?.outcome === 'ok' && answer.value.answer ? <LawAnswer answer={answer.value.answer} /> : null}
      {answer && answer.outcome !== 'ok' ? (
        <FailureNote answer={answer} retry={() => void withdraw()} />
      ) : null}
    </div>
  );
}

function Receipt({ erasure }: { readonly erasure: ErasureView }) {
  const { say, language } = useSpeech();
  const { id, at, modality, templatesErased, leafHash } = erasure;
  return (
    <li>
      <strong>
        {say(meWords[modality])} · {dateTime(Date.parse(at), language)}
      </strong>
      <p>{say(meWords.withdrawn, { n: templatesErased })}</p>
      <p className="me-hash quiet numerals">
        {id} · {leafHash}
      </p>
      <a className="button" href={`/v1/me/receipts/${id}?language=${language}`} download>
        {say(meWords.receipt)}
      </a>
    </li>
  );
}
