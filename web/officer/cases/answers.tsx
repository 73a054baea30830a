/** What was asked and what was answered, in the order of the form. */
import type { DeskCaseView } from '../../../src/server/index.ts';
import { type Field, type Form, isShown, type Raw } from '../../portal/form/form-types.ts';
import { deskWords } from '../../shared/i18n/desk-words.ts';
import { portalWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import type { Words } from '../../shared/i18n/words.ts';

type Say = (text: Words) => string;

/** An answer in words: options by their text, groups by line, days and numbers as they are. */
export function answerText(field: Field, value: unknown, say: Say): string {
  const options = 'options' in field ? field.options : [];
  const optionText = (id: string) => {
    const text = options.find((option) => option.id === id)?.text;
    return text ? say(text) : id;
  };
  if (typeof value === 'boolean') return say(value ? portalWords.yes : portalWords.no);
  if (Array.isArray(value) && field.kind === 'group')
    return value.map((item: Raw) => Object.values(item).join(' · ')).join('\n');
  if (Array.isArray(value)) return value.map((id) => optionText(String(id))).join('、');
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? optionText(value) : say(portalWords.noAnswer);
}

export function Answers({ view }: { readonly view: DeskCaseView }) {
  const { say } = useSpeech();
  const { steps } = view.form as Form;
  const fields = steps
    .filter(({ id }) => view.steps.includes(id))
    .flatMap((step) => step.fields)
    .filter((field) => field.kind !== 'files' && isShown(field, view.answers));
  return (
    <section>
      <h4>{say(deskWords.answers)}</h4>
      <dl className="desk-answers">
        {fields.map((field) => (
          <div key={field.id}>
            <dt>{say(field.label)}</dt>
            <dd>{answerText(field, view.answers[field.id], say)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
