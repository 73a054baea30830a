/** One question of the law, and the ways to look at it. */
import { useEffect, useRef } from 'react';
import type { Law } from '../../src/policy/index.ts';
import { rulesWords } from '../shared/i18n/rules-words.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import type { Words } from '../shared/i18n/words.ts';
import { Icon } from '../shared/ui/icon.tsx';
import { CasesView } from './cases/cases-view.tsx';
import { ClausesView } from './clauses/clauses-view.tsx';
import { DaysView } from './days/days-view.tsx';
import { DraftView } from './draft/draft-view.tsx';
import { HistoryView } from './history/history-view.tsx';
import { ListsView } from './lists/lists-view.tsx';
import { addressOf, type Place, VIEWS, type View } from './place.ts';

const TITLES: Readonly<Record<View, Words>> = {
  history: rulesWords.history,
  clauses: rulesWords.clauses,
  lists: rulesWords.lists,
  cases: rulesWords.cases,
  days: rulesWords.twoDays,
  draft: rulesWords.whatIf,
};

export interface ViewProps {
  readonly law: Law;
  readonly question: string;
  readonly rest: readonly string[];
}

const PAGES: Readonly<Record<View, (props: ViewProps) => React.ReactNode>> = {
  history: HistoryView,
  clauses: ClausesView,
  lists: ListsView,
  cases: CasesView,
  days: DaysView,
  draft: DraftView,
};

function Views({ place }: { readonly place: Place }) {
  const { say } = useSpeech();
  return (
    <nav className="views" aria-label={say(rulesWords.views)}>
      {VIEWS.map((view) => (
        <a
          key={view}
          href={addressOf(place.question, view)}
          aria-current={view === place.view ? 'page' : undefined}
        >
          {say(TITLES[view])}
        </a>
      ))}
    </nav>
  );
}

export function QuestionView(props: { readonly law: Law; readonly place: Place; readonly chosen: boolean }) {
  const { law, place, chosen } = props;
  const { say } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever came here by a link in the list is taken to the question, unless the link means a clause of it.
  useEffect(() => {
    if (chosen && place.rest.length === 0) heading.current?.focus({ preventScroll: true });
  }, [chosen, place.rest.length]);
  const View = PAGES[place.view];
  const title = law.describe(place.question)?.title;
  return (
    <article className="rule">
      <a className="button bare to-list" href="#all">
        <Icon name="back" />
        {say(rulesWords.allRules)}
      </a>
      <h2 ref={heading} tabIndex={-1}>
        {title ? say(title) : place.question}
      </h2>
      <p className="quiet">
        <code>{place.question}</code>
      </p>
      <Views place={place} />
      <View key={place.view} law={law} question={place.question} rest={place.rest} />
    </article>
  );
}
