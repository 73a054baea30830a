/** "Can I use it?": one question at a time, decided by the law on this device. */
import './answer.css';
import './check.css';
import { checkWords } from '../shared/i18n/check-words.ts';
import { pageWords } from '../shared/i18n/page-words.ts';
import { useSpeech, useTitle } from '../shared/i18n/speech.tsx';
import { Icon } from '../shared/ui/icon.tsx';
import { FailureNote, Note } from '../shared/ui/note.tsx';
import { PageHead } from '../shared/ui/page-head.tsx';
import { AnswerCard } from './answer-card.tsx';
import { GivenAnswers } from './given-answers.tsx';
import { type LawAtHand, useLaw } from './law-copy.ts';
import { QuestionCard } from './question-card.tsx';
import { useCheck } from './use-check.ts';

function Conversation({ atHand }: { readonly atHand: LawAtHand }) {
  const { say } = useSpeech();
  const check = useCheck(atHand.law);
  const { step } = check;
  return (
    <>
      {atHand.kept ? (
        <p className="ribbon" role="status">
          <Icon name="unplugged" />
          {say(checkWords.offlineCopy)}
        </p>
      ) : null}
      <div className="check">
        {step.at === 'ask' ? (
          <QuestionCard key={step.fact} check={check} ask={step} />
        ) : (
          <AnswerCard check={check} told={step} />
        )}
        <GivenAnswers check={check} />
      </div>
    </>
  );
}

export function CheckPage() {
  useTitle(checkWords.pageTitle);
  const { say } = useSpeech();
  const { atHand, failure, retry } = useLaw();
  return (
    <>
      <PageHead title={say(checkWords.link)} tagline={say(checkWords.tagline)}>
        <a className="button bare" href="/">
          <Icon name="back" />
          {say(pageWords.toPortal)}
        </a>
      </PageHead>
      <main id="main" className="check-main">
        {atHand ? <Conversation atHand={atHand} /> : null}
        {!atHand && failure ? <FailureNote answer={failure} retry={retry} /> : null}
        {!atHand && !failure ? <Note icon="globe" title={say(pageWords.loading)} /> : null}
      </main>
    </>
  );
}
