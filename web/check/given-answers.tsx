/** What was answered, as a quiet list; each line can be changed. */
import { Button } from 'react-aria-components';
import { isDay } from '../../src/kernel/index.ts';
import { checkWords } from '../shared/i18n/check-words.ts';
import { enrolWords } from '../shared/i18n/enrol-words.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import { longDay } from '../shared/ui/format.ts';
import { type AnswerValue, DAY_FACT } from './answers.ts';
import { choicesOf } from './choices.ts';
import { questionText } from './next-step.ts';
import type { Check } from './use-check.ts';

/** An answer in words. */
function useAnswerText(check: Check): (fact: string, value: AnswerValue) => string {
  const { say, language } = useSpeech();
  return (fact, value) => {
    if (typeof value === 'boolean') return say(value ? checkWords.yes : checkWords.no);
    if (isDay(value)) return longDay(value, language);
    const choice = choicesOf(check.law, fact, check.answers).find((each) => each.value === value);
    return choice ? say(choice.text) : value;
  };
}

export function GivenAnswers({ check }: { readonly check: Check }) {
  const { say } = useSpeech();
  const textOf = useAnswerText(check);
  const rest = [...check.answers].filter(([fact]) => fact !== DAY_FACT);
  const lines: readonly (readonly [string, AnswerValue])[] = [[DAY_FACT, check.day], ...rest];
  return (
    <section className="given">
      <h2>{say(checkWords.given)}</h2>
      <dl>
        {lines.map(([fact, value]) => {
          const question = say(questionText(check.law, fact));
          return (
            <div key={fact}>
              <dt>{question}</dt>
              <dd>
                <span className="numerals">{textOf(fact, value)}</span>
                <Button
                  className="button bare"
                  aria-label={say(checkWords.change, { question })}
                  onPress={() => check.change(fact)}
                >
                  {say(enrolWords.change)}
                </Button>
              </dd>
            </div>
          );
        })}
      </dl>
      {rest.length === 0 ? null : (
        <Button className="button bare" onPress={check.startOver}>
          {say(checkWords.startOver)}
        </Button>
      )}
    </section>
  );
}
