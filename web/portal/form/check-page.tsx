/** All answers on one page, each with a way to change it; then one button sends them. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { FaultView, SentView } from '../../../src/server/index.ts';
import { type Answer, sendJson } from '../../shared/api/request.ts';
import { portalWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { FailureNote } from '../../shared/ui/note.tsx';
import { go, Link, via } from '../router.tsx';
import type { CaseProps } from './edit-page.tsx';
import { type Field, type Form, isShown, type Raw } from './form-types.ts';

function useAnswerText() {
  const { say } = useSpeech();
  const optionText = (field: Field, id: string) =>
    'options' in field ? (field.options.find((option) => option.id === id)?.text ?? undefined) : undefined;
  return (field: Field, value: unknown): string => {
    if (typeof value === 'boolean')
      return say(
        field.kind === 'consent' ? portalWords.consentGive : value ? portalWords.yes : portalWords.no,
      );
    if (Array.isArray(value) && field.kind === 'group')
      return value.map((item: Raw) => Object.values(item).join(' · ')).join('\n');
    if (Array.isArray(value))
      return value.map((id: string) => (optionText(field, id) ? say(optionText(field, id)!) : id)).join('、');
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') return say(portalWords.noAnswer);
    const text = optionText(field, value);
    if (text) return say(text);
    return field.kind === 'slot' || field.kind === 'instant'
      ? `${value.slice(0, 10)} ${value.slice(11, 16)}`
      : value;
  };
}

function AnswerList({
  view,
  faults,
}: {
  readonly view: CaseProps['view'];
  readonly faults: readonly FaultView[];
}) {
  const { say } = useSpeech();
  const answerText = useAnswerText();
  const steps = (view.form as Form).steps.filter(({ id }) => view.steps.includes(id));
  return (
    <dl className="answers">
      {steps.flatMap((step) =>
        step.fields
          .filter((field) => isShown(field, view.answers))
          .map((field) => {
            const fault = faults.find((each) => each.field.split('.')[0] === field.id);
            const files = view.files.filter((file) => file.field === field.id).map(({ name }) => name);
            return (
              <div key={field.id} data-fault={fault ? true : undefined}>
                <dt>{say(field.label)}</dt>
                <dd>
                  {files.length > 0 ? files.join('\n') : answerText(field, view.answers[field.id])}
                  {fault ? <span className="fault">{say(fault.text)}</span> : null}
                </dd>
                <dd>
                  <Link to={`/cases/${view.id}/edit/${step.id}`} className="button bare">
                    {say(portalWords.change)}
                    <span className="unseen">{say(field.label)}</span>
                  </Link>
                </dd>
              </div>
            );
          }),
      )}
    </dl>
  );
}

export function CheckAnswersPage({ view, put }: CaseProps) {
  const { say } = useSpeech();
  const [faults, setFaults] = useState<readonly FaultView[]>([]);
  const [failure, setFailure] = useState<Answer<SentView>>();
  const [state, setState] = useState<'still' | 'sending' | 'needs-person'>('still');
  const send = async () => {
    setState('sending');
    const answer = await sendJson<SentView>('POST', `/v1/cases/${view.id}/send`);
    setState(answer.outcome === 'ok' && answer.value.outcome === 'needs' ? 'needs-person' : 'still');
    setFailure(answer.outcome === 'ok' ? undefined : answer);
    if (answer.outcome !== 'ok') return;
    setFaults(answer.value.faults ?? []);
    if (!answer.value.case) return;
    put(answer.value.case);
    go(`/cases/${view.id}`, 'replace');
  };
  return (
    <section className="sheet">
      <h2>{say(portalWords.checkTitle)}</h2>
      <AnswerList view={view} faults={faults} />
      {failure ? <FailureNote answer={failure} retry={() => void send()} /> : null}
      {state === 'needs-person' ? (
        <div className="panel-note" role="alert">
          <p>{say(portalWords.needsPerson)}</p>
          <Link to={via('/account/person', `/cases/${view.id}/check`)} className="button go large">
            {say(portalWords.next)}
          </Link>
        </div>
      ) : (
        <Button className="button go large" onPress={() => void send()} isDisabled={state === 'sending'}>
          {say(state === 'sending' ? portalWords.sending : portalWords.send)}
        </Button>
      )}
    </section>
  );
}
