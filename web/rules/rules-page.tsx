/** The policy officer's page: every rule with its history, its cases, and what a change would do. */
import './rules.css';
import type { Law } from '../../src/policy/index.ts';
import { CheckLink } from '../check/check-link.tsx';
import { pageWords } from '../shared/i18n/page-words.ts';
import { rulesWords } from '../shared/i18n/rules-words.ts';
import { useSpeech, useTitle } from '../shared/i18n/speech.tsx';
import { Icon } from '../shared/ui/icon.tsx';
import { FailureNote, Note } from '../shared/ui/note.tsx';
import { PageHead } from '../shared/ui/page-head.tsx';
import { usePlace } from './place.ts';
import { QuestionView } from './question-view.tsx';
import { RuleList } from './rule-list.tsx';
import { useRulebook } from './rulebook.ts';

function Book({ law }: { readonly law: Law }) {
  const { say } = useSpeech();
  const place = usePlace(law.questions);
  const [first] = law.questions;
  if (!first) return <Note icon="globe" title={say(rulesWords.empty)} />;
  // Where there is room for both, the first question stands beside the list; a telephone shows the list alone.
  const shown = place ?? { question: first, view: 'history' as const, rest: [] };
  return (
    <div className="rules" data-chosen={place !== undefined}>
      <RuleList law={law} place={place} />
      <QuestionView key={shown.question} law={law} place={shown} chosen={place !== undefined} />
    </div>
  );
}

export function RulesPage() {
  useTitle(rulesWords.pageTitle);
  const { say } = useSpeech();
  const { law, failure, retry } = useRulebook();
  return (
    <>
      <PageHead title={say(rulesWords.title)} tagline={say(rulesWords.tagline)}>
        <CheckLink />
        <a className="button bare" href="/">
          <Icon name="back" />
          {say(pageWords.toPortal)}
        </a>
      </PageHead>
      <main id="main" className="rules-main">
        {law ? <Book law={law} /> : null}
        {!law && failure ? <FailureNote answer={failure} retry={retry} /> : null}
        {!law && !failure ? <Note icon="globe" title={say(pageWords.loading)} /> : null}
      </main>
    </>
  );
}
