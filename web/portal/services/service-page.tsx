/** A service before its first question: what it is, what to have at hand, whether it is open to this person. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CaseView, LookView } from '../../../src/server/index.ts';
import { type Answer, sendJson } from '../../shared/api/request.ts';
import { pageWords } from '../../shared/i18n/page-words.ts';
import { portalWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { FailureNote, Note } from '../../shared/ui/note.tsx';
import { LawAnswer } from '../cases/law-answer.tsx';
import { go, Link, via } from '../router.tsx';
import { useResource } from '../use-resource.ts';

const PROOFS = {
  'sign-in': { page: '/sign-in', text: portalWords.signInFirst },
  'real-name': { page: '/account/name', text: portalWords.nameFirst },
  'mainland-mobile': { page: '/account/mobile', text: portalWords.mobileFirst },
} as const;

/** One key a visit of the page: a double tap, or a tap after a lost answer, opens one case. */
function Start({ look }: { readonly look: LookView }) {
  const { say } = useSpeech();
  const [key] = useState(() => crypto.randomUUID());
  const [failure, setFailure] = useState<Answer<CaseView>>();
  const [busy, setBusy] = useState(false);
  const here = `/services/${look.service.id}`;
  if (look.outcome === 'needs' && look.proof) {
    const { page, text } = PROOFS[look.proof];
    return (
      <Link to={via(page, here)} className="button go large">
        {say(text)}
        <Icon name="forward" />
      </Link>
    );
  }
  const start = async () => {
    setBusy(true);
    const answer = await sendJson<CaseView>('POST', `/v1/services/${look.service.id}/cases`, { key });
    setBusy(false);
    if (answer.outcome === 'ok')
      go(`/cases/${answer.value.id}/edit/${answer.value.next ?? answer.value.steps[0] ?? ''}`);
    else if (answer.outcome === 'failed' && answer.problem.code === 'NOT_SIGNED_IN')
      go(via('/sign-in', here));
    else setFailure(answer);
  };
  return (
    <>
      <Button className="button go large" onPress={() => void start()} isDisabled={busy}>
        {say(portalWords.start)}
        <Icon name="forward" />
      </Button>
      {failure ? <FailureNote answer={failure} retry={() => void start()} /> : null}
    </>
  );
}

export function ServicePage({ id }: { readonly id: string }) {
  const { say } = useSpeech();
  const look = useResource<LookView>(`/v1/services/${encodeURIComponent(id)}`);
  if (look.failure) return <FailureNote answer={look.failure} retry={look.renew} />;
  if (!look.value) return <Note icon="globe" title={say(pageWords.loading)} />;
  const { service, outcome, answer } = look.value;
  return (
    <article className="sheet service">
      <h2>{say(service.title)}</h2>
      <p className="lead">{say(service.summary)}</p>
      {outcome === 'refused' && answer ? (
        <>
          <h3>{say(portalWords.notOpen)}</h3>
          <LawAnswer answer={answer} appeal={service.appeal} />
        </>
      ) : (
        <>
          {service.need.length > 0 ? (
            <section>
              <h3>{say(portalWords.need)}</h3>
              <ul className="ticks">
                {service.need.map((need) => (
                  <li key={need.en}>
                    <Icon name="check" />
                    {say(need)}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <p className="quiet numerals">{say(portalWords.minutes, { n: service.minutes })}</p>
          <Start look={look.value} />
        </>
      )}
    </article>
  );
}
