/** The real-name check: one form, everything kept whatever comes back. */
import { type FormEvent, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { RealNameAnswer } from '../../../src/server/index.ts';
import { type Answer, sendJson } from '../../shared/api/request.ts';
import { accountWords } from '../../shared/i18n/account-words.ts';
import { realNameWords } from '../../shared/i18n/identity-words.ts';
import { useSpeech, useTitle } from '../../shared/i18n/speech.tsx';
import { dateTime } from '../../shared/ui/format.ts';
import { FailureNote } from '../../shared/ui/note.tsx';
import './account.css';
import { ExpiryPicture } from './expiry-picture.tsx';
import { DayField, type Fault, FaultSummary, TextField } from './field.tsx';
import { OutcomeNote } from './outcome-note.tsx';
import {
  DOCUMENT_CHOICES,
  draftOfRealName,
  emptyRealName,
  faultsOfRealName,
  fieldIdOf,
  isRealNameField,
  type RealNameField,
  type RealNameFields,
} from './real-name-form.ts';

const LABELS = {
  type: realNameWords.type,
  number: realNameWords.number,
  name: realNameWords.name,
  expires: realNameWords.expires,
} as const;

export function RealNamePage({ onDone }: { readonly onDone: () => void }) {
  useTitle(realNameWords.title);
  const { say } = useSpeech();
  const [fields, setFields] = useState<RealNameFields>(emptyRealName);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [answer, setAnswer] = useState<Answer<RealNameAnswer>>();
  const [busy, setBusy] = useState(false);
  const summary = useRef<HTMLDivElement>(null);

  const compare = async () => {
    setBusy(true);
    const sent = await sendJson<RealNameAnswer>('POST', '/v1/account/real-name', draftOfRealName(fields));
    setBusy(false);
    const field = sent.outcome === 'failed' ? sent.problem.field : undefined;
    if (sent.outcome === 'failed' && isRealNameField(field)) {
      setFaults([{ id: fieldIdOf(field), text: `${say(LABELS[field])}: ${sent.problem.expected ?? ''}` }]);
      return;
    }
    setAnswer(sent);
    if (sent.outcome === 'ok' && sent.value.outcome === 'passed') onDone();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOfRealName(fields);
    setFaults(
      found.map(({ field, text }) => ({
        id: fieldIdOf(field),
        text: say(text, { field: say(LABELS[field]) }),
      })),
    );
    setAnswer(undefined);
    if (found.length === 0 && !busy) await compare();
  };

  return (
    <section className="acct">
      <h1>{say(realNameWords.title)}</h1>
      <p className="lead">{say(realNameWords.intro)}</p>
      <FaultSummary
        title={say(realNameWords.summary, { n: faults.length })}
        faults={faults}
        focus={summary}
      />
      <Result answer={answer} retry={compare} />
      <form className="acct-form" noValidate onSubmit={submit}>
        <Fields fields={fields} change={setFields} faults={faults} />
        <Button type="submit" className="button go" isDisabled={busy}>
          {say(busy ? realNameWords.sending : realNameWords.send)}
        </Button>
        <p className="quiet">{say(realNameWords.forgot)}</p>
      </form>
    </section>
  );
}

function Fields(props: {
  readonly fields: RealNameFields;
  readonly change: (fields: RealNameFields) => void;
  readonly faults: readonly Fault[];
}) {
  const { say } = useSpeech();
  const { fields, change } = props;
  const about = (field: RealNameField) => ({
    id: fieldIdOf(field),
    label: say(LABELS[field]),
    fault: props.faults.find(({ id }) => id === fieldIdOf(field))?.text,
  });
  return (
    <>
      <div className="acct-field">
        <label htmlFor={fieldIdOf('type')}>{say(realNameWords.type)}</label>
        <select
          id={fieldIdOf('type')}
          value={fields.type}
          onChange={(event) => {
            const chosen = DOCUMENT_CHOICES.find(([type]) => type === event.target.value);
            if (chosen) change({ ...fields, type: chosen[0] });
          }}
        >
          {DOCUMENT_CHOICES.map(([type, text]) => (
            <option key={type} value={type}>
              {say(text)}
            </option>
          ))}
        </select>
      </div>
      <TextField
        {...about('number')}
        hint={say(realNameWords.numberHint)}
        value={fields.number}
        change={(number) => change({ ...fields, number })}
      />
      <TextField
        {...about('name')}
        hint={say(realNameWords.nameHint)}
        value={fields.name}
        autoComplete="name"
        change={(name) => change({ ...fields, name })}
      />
      <DayField
        {...about('expires')}
        hint={say(realNameWords.expiresHint)}
        value={fields.expires}
        change={(expires) => change({ ...fields, expires })}
      >
        <ExpiryPicture label={say(realNameWords.picture)} />
      </DayField>
    </>
  );
}

/** Neutral words, whose side it is on, what costs nothing, and the way that always works. */
function Result(props: { readonly answer: Answer<RealNameAnswer> | undefined; readonly retry: () => void }) {
  const { say, language } = useSpeech();
  const { answer } = props;
  if (!answer) return null;
  if (answer.outcome !== 'ok') return <FailureNote answer={answer} retry={props.retry} />;
  const { outcome, triesLeft = 0, until } = answer.value;
  const time = until ? dateTime(Date.parse(until), language) : '';
  switch (outcome) {
    case 'passed':
      return null;
    case 'not-matched': {
      const hint = say(realNameWords.notMatchedHint, { n: triesLeft });
      return <OutcomeNote icon="warn" title={say(realNameWords.notMatched)} hint={hint} ways />;
    }
    case 'expired-document':
      return (
        <OutcomeNote
          icon="warn"
          title={say(realNameWords.expired)}
          hint={say(realNameWords.expiredHint)}
          ways
        />
      );
    case 'other-person':
      return (
        <OutcomeNote
          icon="person"
          title={say(realNameWords.otherPerson)}
          hint={say(realNameWords.otherPersonHint)}
          ways
        />
      );
    case 'locked':
      return (
        <OutcomeNote
          icon="pause"
          title={say(realNameWords.locked)}
          hint={say(accountWords.lockedUntil, { time })}
          ways
        />
      );
    case 'service-fault':
      return (
        <OutcomeNote
          icon="unplugged"
          title={say(realNameWords.fault)}
          hint={say(realNameWords.faultHint)}
          ways
        />
      );
  }
}
