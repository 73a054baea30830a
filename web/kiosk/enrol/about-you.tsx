/** Who you are, as printed on the document; asked before anything is captured (C-06). */
import { type ReactNode, useRef, useState } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import { shanghaiDay, systemClock } from '../../../src/kernel/index.ts';
import { documentWords, endorsementWords, enrolWords } from '../../shared/i18n/enrol-words.ts';
import { kioskWords } from '../../shared/i18n/kiosk-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { Eyes, Hands } from '../kiosk-frame.tsx';
import type { Stage } from '../stage.ts';
import { FaultSummary } from './fault-summary.tsx';
import { Choice, DayLine, TextLine } from './fields.tsx';
import {
  type Category,
  type Destination,
  DOCUMENTS,
  type DocumentType,
  type EndorsementType,
  type Entries,
  type Fault,
  type Form,
  faultsOf,
  needsEndorsement,
} from './form.ts';

const CATEGORIES: readonly Category[] = ['hkmo', 'mainland', 'taiwan', 'foreigner'];
const ENTRIES: readonly Entries[] = ['multiple', 'two', 'single', 'weekly'];
const DESTINATIONS: readonly Destination[] = ['HK', 'MO'];
const ENDORSEMENTS: readonly EndorsementType[] = ['G', 'T', 'S', 'R', 'D', 'L', 'Q'];

interface PartProps {
  readonly form: Form;
  readonly faults: readonly Fault[];
  readonly set: (change: Partial<Form>) => void;
}

function Person({ form, faults, set }: PartProps) {
  const { say } = useSpeech();
  const chooseCategory = (category: Category) =>
    set({ category, documentType: DOCUMENTS[category][0] ?? form.documentType });
  const categories = CATEGORIES.map((id): [Category, ReactNode] => [id, say(enrolWords[id])]);
  return (
    <>
      <Choice
        label={say(enrolWords.category)}
        value={form.category}
        options={categories}
        change={chooseCategory}
      />
      <TextLine
        field="name"
        faults={faults}
        value={form.name}
        lengthMax={80}
        change={(name) => set({ name })}
      />
      <DayLine
        field="birthDate"
        faults={faults}
        hint={say(enrolWords.example)}
        value={form.birth}
        change={(birth) => set({ birth })}
      />
    </>
  );
}

function Document({ form, faults, set }: PartProps) {
  const { say } = useSpeech();
  const types = DOCUMENTS[form.category].map((id): [DocumentType, ReactNode] => [id, say(documentWords[id])]);
  return (
    <>
      <Choice
        label={say(enrolWords.document)}
        value={form.documentType}
        options={types}
        change={(documentType) => set({ documentType })}
      />
      <TextLine
        field="document.number"
        faults={faults}
        hint={say(enrolWords.numberHint)}
        value={form.number}
        lengthMax={24}
        change={(number) => set({ number })}
      />
      <DayLine
        field="document.expires"
        faults={faults}
        hint={say(enrolWords.expiresHint)}
        value={form.expires}
        change={(expires) => set({ expires })}
      />
    </>
  );
}

function Endorsement({ form, faults, set }: PartProps) {
  const { say } = useSpeech();
  const types = ENDORSEMENTS.map((id): [EndorsementType, ReactNode] => [id, say(endorsementWords[id])]);
  const entries = ENTRIES.map((id): [Entries, ReactNode] => [id, say(enrolWords[id])]);
  const destinations = DESTINATIONS.map((id): [Destination, ReactNode] => [id, say(enrolWords[id])]);
  return (
    <>
      <Choice
        label={say(enrolWords.endorsement)}
        value={form.endorsementType}
        options={types}
        change={(endorsementType) => set({ endorsementType })}
      />
      <Choice
        label={say(enrolWords.entries)}
        value={form.entries}
        options={entries}
        change={(value) => set({ entries: value })}
      />
      <Choice
        label={say(enrolWords.destination)}
        value={form.destination}
        options={destinations}
        change={(destination) => set({ destination })}
      />
      <DayLine
        field="endorsement.expires"
        faults={faults}
        value={form.endorsementExpires}
        change={(endorsementExpires) => set({ endorsementExpires })}
      />
    </>
  );
}

function Guardian({ form, set }: PartProps) {
  const { say } = useSpeech();
  return (
    <Checkbox
      className="radio check"
      isSelected={form.guardianPresent}
      onChange={(guardianPresent) => set({ guardianPresent })}
    >
      {({ isSelected }) => (
        <>
          <span className="box">{isSelected ? <Icon name="check" /> : null}</span>
          <span>
            {say(enrolWords.guardian)} <small>{say(enrolWords.guardianHint)}</small>
          </span>
        </>
      )}
    </Checkbox>
  );
}

export function AboutYou(props: {
  readonly form: Form;
  readonly go: (stage: Stage) => void;
  readonly leave: () => void;
}) {
  const { say } = useSpeech();
  const [form, setForm] = useState(props.form);
  const [faults, setFaults] = useState<readonly Fault[]>(props.form.refused ? [props.form.refused] : []);
  const summary = useRef<HTMLDivElement>(null);
  const proceed = () => {
    const { refused: _, ...filled } = form;
    const found = faultsOf(filled, shanghaiDay(systemClock.now()));
    setFaults(found);
    if (found.length === 0) props.go({ at: 'check', form: filled });
    else summary.current?.focus();
  };
  const part: PartProps = { form, faults, set: (change) => setForm((before) => ({ ...before, ...change })) };
  return (
    <>
      <Eyes>
        <div className="form">
          <h1 className="verb">{say(enrolWords.title)}</h1>
          <p className="lead">{say(enrolWords.hint)}</p>
          <FaultSummary faults={faults} focus={summary} />
          <Person {...part} />
          <Document {...part} />
          {needsEndorsement(form) ? <Endorsement {...part} /> : null}
          <Guardian {...part} />
        </div>
      </Eyes>
      <Hands>
        <Button className="button go large" onPress={proceed}>
          {say(enrolWords.proceed)}
          <Icon name="forward" />
        </Button>
        <Button className="button large" onPress={props.leave}>
          {say(kioskWords.leave)}
        </Button>
      </Hands>
    </>
  );
}
