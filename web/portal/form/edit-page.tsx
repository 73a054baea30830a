/** One page of the form: usually one question. Saved when one goes on; what is wrong is said here, and the rest is kept. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CaseView, FaultView } from '../../../src/server/index.ts';
import { type Answer, sendJson } from '../../shared/api/request.ts';
import { portalWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { FailureNote } from '../../shared/ui/note.tsx';
import { go, Link, via } from '../router.tsx';
import { FaultList } from './fault-list.tsx';
import { FilesField } from './files-field.tsx';
import { type Field, type Form, isShown, type Step } from './form-types.ts';
import { GroupField } from './group-field.tsx';
import { SimpleFieldView } from './simple-field.tsx';
import { useTyped } from './use-typed.ts';

export interface CaseProps {
  readonly view: CaseView;
  readonly put: (view: CaseView) => void;
}

const formOf = (view: CaseView): Form => view.form as Form;

/** Where to go from a step: the next one that counts, or the page that shows all answers. */
export function pathAfter(view: CaseView, step: string): string {
  const following = view.steps[view.steps.indexOf(step) + 1];
  return following ? `/cases/${view.id}/edit/${following}` : `/cases/${view.id}/check`;
}

export function EditPage({ view, put, stepId }: CaseProps & { readonly stepId: string }) {
  const step = formOf(view).steps.find(({ id }) => id === stepId);
  useEffect(() => {
    if (!step) go(`/cases/${view.id}`, 'replace');
  }, [step, view.id]);
  return step ? <StepForm key={step.id} view={view} put={put} step={step} /> : null;
}

function StepForm({ view, put, step }: CaseProps & { readonly step: Step }) {
  const { say } = useSpeech();
  const title = useRef<HTMLHeadingElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const { typed, type, forget } = useTyped(view, step);
  const [faults, setFaults] = useState<readonly FaultView[]>([]);
  const [failure, setFailure] = useState<Answer<CaseView>>();
  const [busy, setBusy] = useState(false);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    setBusy(true);
    const answer = await sendJson<CaseView>('PUT', `/v1/cases/${view.id}/steps/${step.id}`, {
      answers: typed,
    });
    setBusy(false);
    if (answer.outcome === 'failed' && answer.problem.code === 'NOT_SIGNED_IN')
      return go(via('/sign-in', location.pathname));
    if (answer.outcome !== 'ok') return setFailure(answer);
    setFailure(undefined);
    setFaults(answer.value.faults);
    put(answer.value);
    if (answer.value.faults.length > 0) return summary.current?.focus();
    forget();
    go(pathAfter(answer.value, step.id));
  };
  const number = view.steps.indexOf(step.id) + 1;
  const fields = step.fields.filter((field) => isShown(field, { ...view.answers, ...typed }));
  return (
    <form className="sheet step" noValidate onSubmit={(event) => void save(event)}>
      <p className="count">{say(portalWords.step, { n: number, of: Math.max(number, view.steps.length) })}</p>
      <h2 ref={title} tabIndex={-1}>
        {say(step.title)}
      </h2>
      <FaultList faults={faults} focus={summary} />
      {fields.map((field) => (
        <FieldView
          key={field.id}
          {...{ field, view, put, faults }}
          value={typed[field.id]}
          titled={fields.length === 1 && say(field.label) === say(step.title)}
          change={(value) => type(field.id, value)}
        />
      ))}
      {failure ? <FailureNote answer={failure} retry={() => void save()} /> : null}
      <div className="step-ways">
        <Button type="submit" className="button go large" isDisabled={busy}>
          {say(portalWords.next)}
          <Icon name="forward" />
        </Button>
        <BackWay view={view} step={step.id} />
      </div>
      <p className="quiet">{say(portalWords.saved)}</p>
    </form>
  );
}

function BackWay({ view, step }: { readonly view: CaseView; readonly step: string }) {
  const { say } = useSpeech();
  const before = view.steps[view.steps.indexOf(step) - 1];
  return (
    <Link
      to={before ? `/cases/${view.id}/edit/${before}` : `/services/${view.service}`}
      className="button bare"
    >
      <Icon name="back" />
      {say(portalWords.back)}
    </Link>
  );
}

function FieldView(
  props: CaseProps & {
    readonly field: Field;
    readonly value: unknown;
    readonly titled: boolean;
    readonly faults: readonly FaultView[];
    readonly change: (value: unknown) => void;
  },
) {
  const { field } = props;
  const common = { ...props, path: field.id };
  if (field.kind === 'files') return <FilesField {...common} field={field} />;
  if (field.kind === 'group') return <GroupField {...common} field={field} />;
  return <SimpleFieldView {...common} field={field} />;
}
