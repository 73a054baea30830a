/** One request: how it stands, what was granted or why not, what comes next, what was said. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CaseView } from '../../../src/server/index.ts';
import { type Answer, sendJson } from '../../shared/api/request.ts';
import { codeWords } from '../../shared/i18n/code-words.ts';
import { actionWords, portalWords, stateWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { FailureNote } from '../../shared/ui/note.tsx';
import { go, Link } from '../router.tsx';
import { GrantedCard } from './granted-card.tsx';
import { LawAnswer } from './law-answer.tsx';

interface CasePageProps {
  readonly view: CaseView;
  readonly renew: () => void;
  readonly put: (view: CaseView) => void;
}

export function CasePage({ view, renew, put }: CasePageProps) {
  const { say } = useSpeech();
  return (
    <article className="sheet case">
      <p className="count numerals">{say(portalWords.reference, { id: view.id })}</p>
      <h2>{say(view.title)}</h2>
      <p className="state large" data-state={view.state} role="status">
        {say(stateWords[view.state])}
      </p>
      {view.grant ? <GrantedCard grant={view.grant} id={view.id} /> : null}
      {view.state === 'refused' && view.answer ? (
        <LawAnswer answer={view.answer} appeal={view.appeal} />
      ) : null}
      {view.dueOn && (view.state === 'in-review' || view.state === 'proposed') ? (
        <p className="lead">{say(portalWords.answerBy, { day: view.dueOn })}</p>
      ) : null}
      <Follower view={view} />
      <Messages view={view} />
      <Ways view={view} renew={renew} put={put} />
      <History view={view} />
    </article>
  );
}

/** While an officer looks, the holder knows who (U-08). */
function Follower({ view: { state, owner } }: { readonly view: CaseView }) {
  const { say } = useSpeech();
  if (state !== 'in-review' && state !== 'returned' && state !== 'proposed') return null;
  return <p>{owner === undefined ? say(codeWords.ownerSoon) : say(codeWords.owner, { id: owner })}</p>;
}

function Messages({ view }: { readonly view: CaseView }) {
  const { say } = useSpeech();
  if (view.messages.length === 0) return null;
  return (
    <section>
      <h3>{say(portalWords.messages)}</h3>
      <ul className="messages">
        {view.messages.map((message) => (
          <li key={message.at}>
            <span className="quiet numerals">
              {message.from === 'officer' ? say(portalWords.fromOfficer) : null}{' '}
              {message.at.slice(0, 16).replace('T', ' ')}
            </span>
            <p>{message.text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ways({ view, renew, put }: CasePageProps) {
  const { say } = useSpeech();
  const isOpen = view.state === 'draft' || view.state === 'returned';
  const ended = view.state === 'refused' || view.state === 'withdrawn';
  return (
    <div className="step-ways">
      {isOpen ? (
        <Link
          to={view.next ? `/cases/${view.id}/edit/${view.next}` : `/cases/${view.id}/check`}
          className="button go large"
        >
          {say(portalWords.goOn)}
        </Link>
      ) : null}
      {view.editable ? <Reopen id={view.id} put={put} /> : null}
      {ended ? (
        <Link to={`/services/${view.service}`} className="button go large">
          {say(portalWords.again)}
        </Link>
      ) : (
        <Withdraw id={view.id} renew={renew} />
      )}
    </div>
  );
}

/** What was granted is asked for anew with the same answers, each of which can be changed. */
function Reopen({ id, put }: { readonly id: string; readonly put: CasePageProps['put'] }) {
  const { say } = useSpeech();
  const [failure, setFailure] = useState<Answer<CaseView>>();
  const reopen = async () => {
    const answer = await sendJson<CaseView>('POST', `/v1/cases/${id}/reopen`);
    if (answer.outcome !== 'ok') return setFailure(answer);
    put(answer.value);
    go(`/cases/${id}/check`);
  };
  return (
    <>
      <Button className="button" onPress={() => void reopen()}>
        {say(portalWords.changeGranted)}
      </Button>
      {failure ? <FailureNote answer={failure} retry={() => void reopen()} /> : null}
    </>
  );
}

function Withdraw({ id, renew }: { readonly id: string; readonly renew: () => void }) {
  const { say } = useSpeech();
  const [sure, setSure] = useState(false);
  const [failure, setFailure] = useState<Answer<unknown>>();
  const withdraw = async () => {
    const answer = await sendJson<unknown>('POST', `/v1/cases/${id}/withdraw`);
    if (answer.outcome === 'ok') renew();
    else setFailure(answer);
  };
  return (
    <>
      <Button className="button bare" onPress={() => (sure ? void withdraw() : setSure(true))}>
        {say(sure ? portalWords.withdrawSure : portalWords.withdraw)}
      </Button>
      {failure ? <FailureNote answer={failure} retry={() => void withdraw()} /> : null}
    </>
  );
}

/** Saving again and again is no news. */
function History({ view }: { readonly view: CaseView }) {
  const { say } = useSpeech();
  const events = view.events.filter(({ action }) => action !== 'save');
  return (
    <section>
      <h3>{say(portalWords.history)}</h3>
      <ol className="case-history">
        {events.map((event) => (
          <li key={`${event.at}${event.action}`}>
            <span className="quiet numerals">{event.at.slice(0, 16).replace('T', ' ')}</span>
            {event.action in actionWords
              ? say(actionWords[event.action as keyof typeof actionWords])
              : event.action}
          </li>
        ))}
      </ol>
    </section>
  );
}
