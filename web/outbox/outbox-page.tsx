/** Messages that no gateway took, newest first: here a code is read that would have come to a telephone. */
import './outbox.css';
import { useState } from 'react';
import type { OutboxMessageView } from '../../src/server/index.ts';
import { type Answer, getJson } from '../shared/api/request.ts';
import { useRepeated } from '../shared/api/ticks.ts';
import { channelWords, outboxWords } from '../shared/i18n/outbox-words.ts';
import { pageWords } from '../shared/i18n/page-words.ts';
import { useSpeech, useTitle } from '../shared/i18n/speech.tsx';
import { Icon } from '../shared/ui/icon.tsx';
import { FailureNote, Note } from '../shared/ui/note.tsx';
import { PageHead } from '../shared/ui/page-head.tsx';

const RENEW_MS = 3_000;

function Message({ message }: { readonly message: OutboxMessageView }) {
  const { say } = useSpeech();
  const { channel, to, at, subject, text, link } = message;
  const lines = text.split('\n').filter((line) => line !== link);
  return (
    <li className="outbox-message">
      <p className="outbox-way">
        <strong>{say(channelWords[channel])}</strong>
        <span className="numerals">{to}</span>
        <time className="numerals" dateTime={at}>
          {at.slice(0, 19).replace('T', ' ')}
        </time>
      </p>
      <h2>{subject}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {link ? <a href={link}>{link}</a> : null}
    </li>
  );
}

export function OutboxPage() {
  useTitle(outboxWords.pageTitle);
  const { say } = useSpeech();
  const [answer, setAnswer] = useState<Answer<readonly OutboxMessageView[]>>();
  const load = async () => setAnswer(await getJson<readonly OutboxMessageView[]>('/v1/outbox'));
  useRepeated(load, RENEW_MS);
  return (
    <>
      <PageHead title={say(outboxWords.title)}>
        <a className="button bare" href="/">
          <Icon name="back" />
          {say(pageWords.toPortal)}
        </a>
      </PageHead>
      <main id="main" className="outbox">
        <p className="outbox-intro">{say(outboxWords.intro)}</p>
        <Messages answer={answer} retry={load} />
      </main>
    </>
  );
}

function Messages(props: {
  readonly answer: Answer<readonly OutboxMessageView[]> | undefined;
  readonly retry: () => Promise<void>;
}) {
  const { say } = useSpeech();
  const { answer, retry } = props;
  if (!answer) return <Note icon="forward" title={say(pageWords.loading)} />;
  if (answer.outcome === 'failed' && answer.problem.status === 404)
    return <Note icon="stop" title={say(outboxWords.closed)} hint={say(outboxWords.closedHint)} />;
  if (answer.outcome !== 'ok') return <FailureNote answer={answer} retry={() => void retry()} />;
  if (answer.value.length === 0)
    return <Note icon="check" title={say(outboxWords.empty)} hint={say(outboxWords.emptyHint)} />;
  return (
    <ol className="outbox-list">
      {answer.value.map((message) => (
        <Message key={message.number} message={message} />
      ))}
    </ol>
  );
}
