/** A population before and after a change: the same place is the same people; those whose answer changes wear a ring. */
import './population.css';
import type { Law, Part, Transition } from '../../../src/policy/index.ts';
import { decisionText } from '../../shared/i18n/decision-words.ts';
import { daysWords } from '../../shared/i18n/rules-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { number } from '../../shared/ui/format.ts';
import { type Mark, type Mood, marksOf, moodOf, peoplePerMark } from './marks.ts';
import type { Shift } from './shift.ts';

interface PictureProps {
  readonly law: Law;
  readonly question: string;
  readonly shift: Shift;
  /** What stands above the two pictures: two days, or the law and the draft. */
  readonly before: string;
  readonly after: string;
}

function MarkDot({ mood, changed }: { readonly mood: Mood; readonly changed: boolean }) {
  return <i data-mood={mood} data-changed={changed || undefined} />;
}

function Marks(props: {
  readonly parts: readonly Part[];
  readonly marks: readonly Mark[];
  readonly at: 'before' | 'after';
}) {
  const { parts, at } = props;
  return (
    <div className="marks" aria-hidden="true">
      {props.marks.map((mark, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a mark is its place.
        <MarkDot key={place} mood={moodOf(parts, mark[at])} changed={mark.changed} />
      ))}
    </div>
  );
}

/** How many have which answer, best first. */
function counted(
  { before, transitions }: Shift,
  at: 'before' | 'after',
): readonly (readonly [string, number])[] {
  const counts = new Map(before);
  if (at === 'after')
    for (const { before: was, after: is, count } of transitions) {
      counts.set(was.decision, (counts.get(was.decision) ?? 0) - count);
      counts.set(is.decision, (counts.get(is.decision) ?? 0) + count);
    }
  return [...counts].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
}

function Legend({
  parts,
  shift,
  at,
}: {
  readonly parts: readonly Part[];
  readonly shift: Shift;
  readonly at: 'before' | 'after';
}) {
  const { say, language } = useSpeech();
  return (
    <ul className="mark-legend">
      {counted(shift, at).map(([decision, count]) => (
        <li key={decision}>
          <i data-mood={moodOf(parts, decision)} aria-hidden="true" />
          {say(decisionText(decision))} <span className="numerals">{number(count, language)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The reasons that one side has and the other has not say why the answer turned. */
const only = (here: readonly string[], there: readonly string[]) =>
  here.filter((code) => !there.includes(code));

function Side(props: {
  readonly law: Law;
  readonly parts: readonly Part[];
  readonly decision: string;
  readonly codes: readonly string[];
}) {
  const { say } = useSpeech();
  const texts = props.codes.map((code) => {
    const text = props.law.text('reasons', code);
    return text ? say(text) : code;
  });
  return (
    <span>
      <span className="outcome" data-mood={moodOf(props.parts, props.decision)}>
        {say(decisionText(props.decision))}
      </span>{' '}
      <span className="quiet">{texts.join(' ')}</span>
    </span>
  );
}

function TransitionLine(props: {
  readonly law: Law;
  readonly parts: readonly Part[];
  readonly transition: Transition;
  readonly asked: number;
}) {
  const { say, language } = useSpeech();
  const { law, parts, transition, asked } = props;
  const { before, after, count } = transition;
  return (
    <li>
      <span className="share" style={{ inlineSize: `${(count / asked) * 100}%` }} aria-hidden="true" />
      <strong className="numerals">{say(daysWords.people, { n: number(count, language) })}</strong>
      <span className="sides">
        <Side
          law={law}
          parts={parts}
          decision={before.decision}
          codes={only(before.reasons, after.reasons)}
        />
        <span aria-hidden="true">→</span>
        <Side law={law} parts={parts} decision={after.decision} codes={only(after.reasons, before.reasons)} />
      </span>
    </li>
  );
}

/** The rest is summed up by the picture. */
const LINES_MAX = 12;

function Headline({
  asked,
  turned,
  reasonsOnly,
}: {
  readonly asked: number;
  readonly turned: number;
  readonly reasonsOnly: number;
}) {
  const { say, language } = useSpeech();
  const told = turned > 0 ? daysWords.affectedSome : daysWords.affectedNone;
  return (
    <div role="status">
      <p className="strong">
        {say(told, { asked: number(asked, language), changed: number(turned, language) })}
      </p>
      {reasonsOnly > 0 ? <p>{say(daysWords.reasonsOnly, { n: number(reasonsOnly, language) })}</p> : null}
    </div>
  );
}

const isTurn = ({ before, after }: Transition) => before.decision !== after.decision;

export function ShiftPicture({ law, question, shift, before, after }: PictureProps) {
  const { say } = useSpeech();
  const parts = law.describe(question)?.parts ?? [];
  const marks = marksOf(parts, shift);
  const { asked, changed, transitions } = shift;
  const turns = transitions.filter(isTurn);
  const turned = turns.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="shift">
      <Headline asked={asked} turned={turned} reasonsOnly={changed - turned} />
      {(['before', 'after'] as const).map((at) => (
        <figure key={at}>
          <figcaption>
            <span className="strong">{at === 'before' ? before : after}</span>
            <Legend parts={parts} shift={shift} at={at} />
          </figcaption>
          <Marks parts={parts} marks={marks} at={at} />
        </figure>
      ))}
      <p className="quiet">{say(daysWords.dot, { n: peoplePerMark(asked) })}</p>
      <ol className="transitions">
        {turns.slice(0, LINES_MAX).map((transition) => (
          <TransitionLine
            key={JSON.stringify([transition.before, transition.after])}
            law={law}
            parts={parts}
            transition={transition}
            asked={asked}
          />
        ))}
      </ol>
    </div>
  );
}
