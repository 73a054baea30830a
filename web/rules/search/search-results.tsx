/** What was found, question by question. */
import type { Law } from '../../../src/policy/index.ts';
import { rulesWords } from '../../shared/i18n/rules-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import type { Words } from '../../shared/i18n/words.ts';
import { addressOf } from '../place.ts';
import type { Entry, EntryKind } from './search.ts';

const KINDS: Readonly<Record<EntryKind, Words>> = {
  question: rulesWords.kindQuestion,
  parameter: rulesWords.kindParameter,
  clause: rulesWords.kindClause,
  list: rulesWords.kindList,
  row: rulesWords.kindRow,
};

/** More are not read through; another word narrows them. */
const SHOWN_MAX = 60;

function Group(props: { readonly title: string; readonly entries: readonly Entry[] }) {
  const { say } = useSpeech();
  return (
    <li>
      <h2>{props.title}</h2>
      <ul>
        {props.entries.map(({ kind, question, view, id, text }) => (
          <li key={`${kind} ${id} ${text.en}`}>
            <a href={kind === 'question' ? addressOf(question, view) : addressOf(question, view, id)}>
              <span className="kind">{say(KINDS[kind])}</span>
              <span>{say(text)}</span>
            </a>
          </li>
        ))}
      </ul>
    </li>
  );
}

export function SearchResults({ law, found }: { readonly law: Law; readonly found: readonly Entry[] }) {
  const { say } = useSpeech();
  const shown = found.slice(0, SHOWN_MAX);
  const questions = [...new Set(shown.map(({ question }) => question))];
  return (
    <div className="results">
      <p role="status">
        {say(found.length > 0 ? rulesWords.found : rulesWords.foundNone, { n: found.length })}
      </p>
      <ul>
        {questions.map((question) => {
          const title = law.describe(question)?.title;
          const entries = shown.filter((entry) => entry.question === question);
          return <Group key={question} title={title ? say(title) : question} entries={entries} />;
        })}
      </ul>
    </div>
  );
}
