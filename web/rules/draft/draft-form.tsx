/** The values of a draft as lines: a day, a value, a notice. */
import { useId } from 'react';
import { Button } from 'react-aria-components';
import { addDays, isDay, shanghaiDay, systemClock } from '../../../src/kernel/index.ts';
import type { Law, Parameter } from '../../../src/policy/index.ts';
import { draftWords } from '../../shared/i18n/draft-words.ts';
import { rulesWords } from '../../shared/i18n/rules-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { DayField } from '../days/day-field.tsx';
import { citation } from '../reach.ts';
import { type DraftLine, kindOf, linesOf, NOTICE_TO_COME, type ValueKind } from './draft.ts';

interface FormProps {
  readonly law: Law;
  readonly parameter: Parameter;
  readonly lines: readonly DraftLine[];
  readonly change: (lines: readonly DraftLine[]) => void;
}

function ValueField(props: {
  readonly kind: ValueKind;
  readonly value: string;
  readonly give: (value: string) => void;
}) {
  const { say } = useSpeech();
  const { kind, value, give } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{say(draftWords.value)}</label>
      {kind === 'flag' ? (
        <select id={id} value={value} onChange={({ target }) => give(target.value)}>
          <option value="true">{say(rulesWords.yes)}</option>
          <option value="false">{say(rulesWords.no)}</option>
        </select>
      ) : (
        <input
          id={id}
          inputMode={kind === 'number' ? 'decimal' : 'text'}
          value={value}
          onChange={({ target }) => give(target.value)}
        />
      )}
    </div>
  );
}

function NoticeField(props: {
  readonly law: Law;
  readonly reference: string;
  readonly give: (reference: string) => void;
}) {
  const { say } = useSpeech();
  return (
    <label className="field notice">
      <span>{say(draftWords.notice)}</span>
      <select value={props.reference} onChange={({ target }) => props.give(target.value)}>
        <option value={NOTICE_TO_COME}>{say(draftWords.noticeToCome)}</option>
        {Object.keys(props.law.content.references).map((id) => (
          <option key={id} value={id} lang="zh-Hant">
            {citation(props.law, id)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** After the last day, and not before tomorrow: the past is not drafted by accident. */
function nextLine(lines: readonly DraftLine[]): DraftLine {
  const last = [...lines].sort((a, b) => a.from.localeCompare(b.from)).at(-1);
  const tomorrow = addDays(shanghaiDay(systemClock.now()), 1);
  const from = isDay(last?.from) && last.from >= tomorrow ? addDays(last.from, 1) : tomorrow;
  const line = Math.max(-1, ...lines.map((each) => each.line)) + 1;
  return { line, from, value: last?.value ?? '', reference: NOTICE_TO_COME };
}

export function DraftForm({ law, parameter, lines, change }: FormProps) {
  const { say } = useSpeech();
  const kind = kindOf(parameter);
  const put = (line: number, part: Partial<DraftLine>) =>
    change(lines.map((each) => (each.line === line ? { ...each, ...part } : each)));
  return (
    <div className="draft-form">
      <ol>
        {lines.map(({ line, from, value, reference }) => (
          <li key={line} className="draft-line">
            <DayField label={say(draftWords.day)} day={from} give={(day) => put(line, { from: day })} />
            <ValueField kind={kind} value={value} give={(typed) => put(line, { value: typed })} />
            <NoticeField law={law} reference={reference} give={(id) => put(line, { reference: id })} />
            <Button
              className="button bare"
              aria-label={say(draftWords.remove, { day: from })}
              onPress={() => change(lines.filter((each) => each.line !== line))}
            >
              <Icon name="close" />
            </Button>
          </li>
        ))}
      </ol>
      <div className="row">
        <Button className="button" onPress={() => change([...lines, nextLine(lines)])}>
          {say(draftWords.add)}
        </Button>
        <Button className="button bare" onPress={() => change(linesOf(parameter))}>
          {say(draftWords.reset)}
        </Button>
      </div>
    </div>
  );
}
