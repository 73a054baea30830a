/** What a page shows when it has nothing else: empty, loading, failed, offline. Never a bare error. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Problem } from '../../../src/server/index.ts';
import type { Answer } from '../api/request.ts';
import { pageWords } from '../i18n/page-words.ts';
import { useSpeech } from '../i18n/speech.tsx';
import { Icon, type IconName } from './icon.tsx';

export function Note(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly hint?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className="note" role="status">
      <Icon name={props.icon} />
      <h2>{props.title}</h2>
      {props.hint ? <p>{props.hint}</p> : null}
      {props.children}
    </div>
  );
}

function ProblemWords({ problem }: { readonly problem: Problem }) {
  const { say } = useSpeech();
  return (
    <>
      <p>{problem.detail || problem.title}</p>
      {problem.expected ? <p>{say(pageWords.expected, { what: problem.expected })}</p> : null}
      <p>{say(problem.status >= 500 ? pageWords.ourFault : pageWords.nothingLost)}</p>
      <p>{say(pageWords.otherWay)}</p>
      <p className="numerals">{say(pageWords.trace, { trace: problem.trace })}</p>
    </>
  );
}

/** A failed call in words: which step, whose fault, that nothing was lost, the trace number, the other way. */
export function FailureNote(props: { readonly answer: Answer<unknown>; readonly retry: () => void }) {
  const { say } = useSpeech();
  if (props.answer.outcome === 'ok') return null;
  const again = (
    <Button className="button go" onPress={props.retry}>
      {say(pageWords.retry)}
    </Button>
  );
  if (props.answer.outcome === 'unreachable') {
    return (
      <Note icon="unplugged" title={say(pageWords.offline)} hint={say(pageWords.offlineHint)}>
        <p>{say(pageWords.otherWay)}</p>
        {again}
      </Note>
    );
  }
  return (
    <Note icon="warn" title={say(pageWords.failed)}>
      <ProblemWords problem={props.answer.problem} />
      {again}
    </Note>
  );
}
