/** One person's attempt: outcome, time, reasons, the milliseconds of each step, events in order; clauses for officers. */
import type { PassageView, ReasonView } from '../../../src/server/index.ts';
import { eventWords, panelWords } from '../../shared/i18n/panel-words.ts';
import { reasonText } from '../../shared/i18n/reason-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { conditionWords, stepWords } from '../../shared/i18n/step-words.ts';
import type { Words } from '../../shared/i18n/words.ts';
import { clockTime, number } from '../../shared/ui/format.ts';
import { Icon, type IconName } from '../../shared/ui/icon.tsx';

type Outcome = NonNullable<PassageView['outcome']> | 'running';

const OUTCOMES: Readonly<Record<Outcome, { readonly icon: IconName; readonly text: Words }>> = {
  passed: { icon: 'check', text: panelWords.passed },
  referred: { icon: 'officer', text: panelWords.referred },
  abandoned: { icon: 'back', text: panelWords.abandoned },
  running: { icon: 'walk', text: panelWords.running },
};

const named = (table: Readonly<Record<string, Words>>, id: string) =>
  Object.hasOwn(table, id) ? table[id] : undefined;

/** The officer reads the code beside the words: it is what records and handbooks name. */
function Reasons({
  reasons,
  officer,
}: {
  readonly reasons: readonly ReasonView[];
  readonly officer: boolean;
}) {
  const { say } = useSpeech();
  if (reasons.length === 0) return null;
  return (
    <ul className="reasons" aria-label={say(panelWords.reasons)}>
      {reasons.map((reason) => (
        <li key={reason.code}>
          {say(reason.kind ?? reasonText(reason.code))}
          {officer ? (
            <small>
              <code>{reason.code}</code>
            </small>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

type Step = PassageView['steps'][number];

/** A step that was done several times, as looking is, becomes one line with its sum. */
export function sumSteps(steps: readonly Step[]): readonly (Step & { readonly times: number })[] {
  const sums = new Map<string, Step & { times: number }>();
  for (const step of steps) {
    const sum = sums.get(step.name);
    sums.set(step.name, { ...step, ms: (sum?.ms ?? 0) + step.ms, times: (sum?.times ?? 0) + 1 });
  }
  return [...sums.values()];
}

function Steps({ passage }: { readonly passage: PassageView }) {
  const { say, language } = useSpeech();
  if (passage.steps.length === 0) return null;
  return (
    <>
      <h4>{say(panelWords.steps)}</h4>
      <ul className="passage-steps">
        {sumSteps(passage.steps).map((step) => {
          const text = named(stepWords, step.name);
          return (
            <li key={step.name} data-outcome={step.outcome}>
              <span>
                {text ? say(text) : step.name}
                {step.times > 1 ? <small> ×{step.times}</small> : null}
              </span>
              <span className="numerals">
                {say(panelWords.ms, { n: number(step.ms, language, step.ms < 1 ? 2 : step.ms < 10 ? 1 : 0) })}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function EventDetail({ detail }: { readonly detail: string | undefined }) {
  const { say } = useSpeech();
  if (!detail) return null;
  const text = named(conditionWords, detail);
  return <small> {text ? say(text) : detail}</small>;
}

function Events({ passage }: { readonly passage: PassageView }) {
  const { say, language } = useSpeech();
  if (passage.events.length === 0) return null;
  return (
    <>
      <h4>{say(panelWords.events)}</h4>
      <ol className="events">
        {passage.events.map((event, index) => {
          const text = named(eventWords, event.event);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same event may come twice, and events are only ever added.
            <li key={index}>
              <time className="numerals">{number(event.offsetMs / 1000, language, 1)} s</time>
              <span>
                {text ? say(text) : event.event}
                <EventDetail detail={event.detail} />
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function Clauses({ passage }: { readonly passage: PassageView }) {
  const { say } = useSpeech();
  if (!passage.because || passage.because.length === 0) return null;
  return (
    <>
      <h4>{say(panelWords.clauses)}</h4>
      <ul className="clauses">
        {passage.because.map((clause) => (
          <li key={`${clause.clause} ${clause.value ?? ''}`} data-passed={clause.passed}>
            <Icon name={clause.passed ? 'check' : 'close'} />
            <span className="unseen">
              {say(clause.passed ? panelWords.clausePassed : panelWords.clauseFailed)}
            </span>
            <span>
              {clause.clause} {clause.value ? <code>{clause.value}</code> : null}
              <small>{[clause.requirement, clause.reference].filter(Boolean).join(' · ')}</small>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

export function Passage({ passage, open }: { readonly passage: PassageView; readonly open: boolean }) {
  const { say, language } = useSpeech();
  const outcome = passage.outcome ?? 'running';
  const { icon, text } = OUTCOMES[outcome];
  return (
    <details className="passage" data-outcome={outcome} open={open}>
      <summary>
        <Icon name={icon} />
        <span>{say(text)}</span>
        <time className="numerals">{clockTime(Date.parse(passage.startedAt), language)}</time>
        <span className="numerals">
          {passage.seconds === undefined
            ? ''
            : say(panelWords.seconds, { n: number(passage.seconds, language, 1) })}
        </span>
      </summary>
      {passage.traveller ? (
        <p className="who">
          {passage.traveller.name} · <code>{passage.traveller.document}</code>
        </p>
      ) : null}
      <Reasons
        reasons={passage.reasons}
        officer={passage.traveller !== undefined || passage.because !== undefined}
      />
      <Steps passage={passage} />
      <Events passage={passage} />
      <Clauses passage={passage} />
    </details>
  );
}
