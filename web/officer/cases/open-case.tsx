/** One case on the desk: what was asked and answered, the papers, what the rules say, what was said; then the steps. */
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { DeskCaseView } from '../../../src/server/index.ts';
import { LawAnswer } from '../../portal/cases/law-answer.tsx';
import { useResource } from '../../portal/use-resource.ts';
import { deskWords } from '../../shared/i18n/desk-words.ts';
import { pageWords } from '../../shared/i18n/page-words.ts';
import { actionWords, portalWords, stateWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { FailureNote, Note } from '../../shared/ui/note.tsx';
import { Answers } from './answers.tsx';
import { Papers } from './papers.tsx';
import { Steps } from './steps.tsx';

export function OpenCase(props: {
  readonly id: string;
  readonly officer: string;
  readonly close: () => void;
}) {
  const { say } = useSpeech();
  const { value, failure, renew, put } = useResource<DeskCaseView>(
    `/v1/desk/cases/${encodeURIComponent(props.id)}`,
  );
  return (
    <div className="desk-case">
      <Button className="button bare" onPress={props.close}>
        <Icon name="back" />
        {say(deskWords.back)}
      </Button>
      {failure ? <FailureNote answer={failure} retry={renew} /> : null}
      {!value && !failure ? <Note icon="officer" title={say(pageWords.loading)} /> : null}
      {value ? (
        <>
          <Head view={value} />
          <Answers view={value} />
          <Papers view={value} />
          <Law view={value} />
          <Said view={value} />
          <Steps view={value} officer={props.officer} put={put} />
        </>
      ) : null}
    </div>
  );
}

/** Takes the focus, so that a reader of screens and a keyboard go on from here. */
function Head({ view }: { readonly view: DeskCaseView }) {
  const { say } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <header>
      <h3 tabIndex={-1} ref={heading}>
        {say(view.title)}
      </h3>
      <p className="numerals">
        {view.id} · {say(stateWords[view.state])}
        {view.dueOn ? ` · ${say(deskWords.due, { day: view.dueOn })}` : ''}
      </p>
    </header>
  );
}

function Law({ view }: { readonly view: DeskCaseView }) {
  const { say } = useSpeech();
  return (
    <section>
      <h4>{say(deskWords.law)}</h4>
      {view.answer ? <LawAnswer answer={view.answer} /> : null}
      <ul className="desk-clauses">
        {view.because.map(({ clause, passed, reference }) => (
          <li key={clause} data-passed={passed}>
            <Icon name={passed ? 'check' : 'warn'} />
            <span className="unseen">{say(passed ? deskWords.passed : deskWords.notPassed)}</span>
            <code>{clause}</code>
            <span>{reference}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ view }: { readonly view: DeskCaseView }) {
  const { say } = useSpeech();
  const events = view.events.filter(({ action }) => action !== 'save');
  const nameOf = (action: string) =>
    action in actionWords ? say(actionWords[action as keyof typeof actionWords]) : action;
  return (
    <section>
      {view.messages.length > 0 ? <h4>{say(deskWords.messages)}</h4> : null}
      {view.messages.map(({ at, from, text }) => (
        <p key={`${at}${text}`} className="desk-message">
          <span className="numerals">
            {at.slice(0, 16).replace('T', ' ')}
            {from === 'officer' ? ` · ${say(portalWords.fromOfficer)}` : ''}
          </span>
          {text}
        </p>
      ))}
      <h4>{say(deskWords.history)}</h4>
      <ol className="desk-history">
        {events.map(({ at, action }) => (
          <li key={`${at}${action}`}>
            <span className="numerals">{at.slice(0, 16).replace('T', ' ')}</span> {nameOf(action)}
          </li>
        ))}
      </ol>
    </section>
  );
}
