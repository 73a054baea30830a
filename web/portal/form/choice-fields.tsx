/** Choices as native radios and boxes: large to tap, one key to move, nothing ticked beforehand. */
import type { Field } from '../../../src/services/index.ts';
import { portalWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { type FieldProps, Grouped, Labelled, useNotes } from './field-frame.tsx';

/** Beyond so many a list is quicker than rows. */
const ROWS_MAX = 9;
type Choices = Extract<Field, { kind: 'choice' | 'choices' }>;

export function ChoiceField(props: FieldProps<Extract<Field, { kind: 'choice' }>>) {
  const { say } = useSpeech();
  const { id, aria } = useNotes(props);
  const { field, path, value, change } = props;
  if (field.options.length > ROWS_MAX) {
    return (
      <Labelled {...props}>
        <select
          id={id}
          value={typeof value === 'string' ? value : ''}
          {...aria}
          onChange={(event) => change(event.target.value)}
        >
          <option value="">{say(portalWords.choose)}</option>
          {field.options.map((option) => (
            <option key={option.id} value={option.id}>
              {say(option.text)}
            </option>
          ))}
        </select>
      </Labelled>
    );
  }
  return (
    <Grouped {...props}>
      <div className="rows">
        {field.options.map((option) => (
          <label key={option.id} className="row-choice">
            <input
              type="radio"
              name={path}
              checked={value === option.id}
              onChange={() => change(option.id)}
            />
            <OptionWords option={option} />
          </label>
        ))}
      </div>
    </Grouped>
  );
}

export function ChoicesField(props: FieldProps<Extract<Field, { kind: 'choices' }>>) {
  const { field, path, value, change } = props;
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const turn = (id: string) =>
    change(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <Grouped {...props}>
      <div className="rows">
        {field.options.map((option) => (
          <label key={option.id} className="row-choice">
            <input
              type="checkbox"
              name={path}
              checked={chosen.includes(option.id)}
              onChange={() => turn(option.id)}
            />
            <OptionWords option={option} />
          </label>
        ))}
      </div>
    </Grouped>
  );
}

function OptionWords({ option }: { readonly option: Choices['options'][number] }) {
  const { say } = useSpeech();
  return (
    <span>
      {say(option.text)}
      {option.hint ? <span className="hint">{say(option.hint)}</span> : null}
    </span>
  );
}

export function YesNoField(props: FieldProps) {
  const { say } = useSpeech();
  const { path, value, change } = props;
  return (
    <Grouped {...props}>
      <div className="rows two">
        {[true, false].map((each) => (
          <label key={String(each)} className="row-choice">
            <input type="radio" name={path} checked={value === each} onChange={() => change(each)} />
            <span>{say(each ? portalWords.yes : portalWords.no)}</span>
          </label>
        ))}
      </div>
    </Grouped>
  );
}

export function ConsentField(props: FieldProps<Extract<Field, { kind: 'consent' }>>) {
  const { say } = useSpeech();
  const { field, path, value, change } = props;
  return (
    <Grouped {...props}>
      <p className="consent-text">{say(field.text)}</p>
      <label className="row-choice">
        <input
          type="checkbox"
          name={path}
          checked={value === true}
          onChange={(event) => change(event.target.checked)}
        />
        <span>{say(portalWords.consentGive)}</span>
      </label>
    </Grouped>
  );
}
