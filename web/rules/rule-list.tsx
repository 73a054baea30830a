/** Every rule, and the way to any of it by words in any script. */
import './search/search.css';
import { useMemo, useState } from 'react';
import type { Law } from '../../src/policy/index.ts';
import { rulesWords } from '../shared/i18n/rules-words.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import { addressOf, type Place } from './place.ts';
import { placedClauses, reachOf } from './reach.ts';
import { find, makeIndex } from './search/search.ts';
import { SearchResults } from './search/search-results.tsx';

/** The values and clauses of the question that is open. */
function Inside({ law, question }: { readonly law: Law; readonly question: string }) {
  const { say } = useSpeech();
  const { parameters } = reachOf(law, question);
  return (
    <ul className="inside">
      {parameters.map((id) => {
        const parameter = law.content.parameters[id];
        return parameter ? (
          <li key={`value ${id}`}>
            <a href={addressOf(question, 'history', id)}>{say(parameter.text)}</a>
          </li>
        ) : null;
      })}
      {placedClauses(law, question).map(({ key, clause }) => (
        <li key={`clause ${key}`}>
          <a href={addressOf(question, 'clauses', key)}>{say(clause.text)}</a>
        </li>
      ))}
    </ul>
  );
}

function Questions({ law, place }: { readonly law: Law; readonly place: Place | undefined }) {
  const { say } = useSpeech();
  return (
    <ul className="questions">
      {law.questions.map((question) => {
        const title = law.describe(question)?.title;
        const open = place?.question === question;
        return (
          <li key={question}>
            <a
              className="question-link"
              href={addressOf(question, place?.view === 'draft' ? 'history' : (place?.view ?? 'history'))}
              aria-current={open ? 'page' : undefined}
            >
              {title ? say(title) : question}
            </a>
            {open ? <Inside law={law} question={question} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

/** As many signs of a release's name as people compare by eye. */
const NAME_LENGTH = 19;

export function RuleList({ law, place }: { readonly law: Law; readonly place: Place | undefined }) {
  const { say } = useSpeech();
  const [asked, setAsked] = useState('');
  const index = useMemo(() => makeIndex(law), [law]);
  const found = useMemo(() => find(index, asked), [index, asked]);
  return (
    <nav className="rule-list" aria-label={say(rulesWords.allRules)}>
      <label className="search">
        <span>{say(rulesWords.search)}</span>
        <input
          type="search"
          value={asked}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setAsked(event.target.value)}
        />
      </label>
      <p className="quiet">{say(rulesWords.searchHint)}</p>
      {asked.trim() ? <SearchResults law={law} found={found} /> : <Questions law={law} place={place} />}
      <p className="quiet numerals">{say(rulesWords.release, { v: law.rules.slice(0, NAME_LENGTH) })}</p>
    </nav>
  );
}
