/** What this officer may do now with the case: only the steps that its state and the four eyes leave. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { DeskCaseView } from '../../../src/server/index.ts';
import type { OfficerStep } from '../../../src/services/index.ts';
import { type Answer, sendJson } from '../../shared/api/request.ts';
import { deskWords } from '../../shared/i18n/desk-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { FailureNote } from '../../shared/ui/note.tsx';
import { type Way, waysOf } from './ways.ts';

interface StepProps {
  readonly view: DeskCaseView;
  readonly officer: string;
  readonly put: (view: DeskCaseView) => void;
}

export function Steps(props: StepProps) {
  const { say } = useSpeech();
  const { view, officer } = props;
  const { note, ways } = waysOf(view, officer);
  return (
    <section className="desk-steps">
      {view.proposal ? (
        <blockquote>
          <strong>
            {say(deskWords.proposal)}:{' '}
            {say(view.proposal.outcome === 'grant' ? deskWords.grant : deskWords.refuse)}
          </strong>
          <p>{view.proposal.reason}</p>
        </blockquote>
      ) : null}
      {note ? <p role="status">{say(note)}</p> : null}
      {ways.length > 0 ? <StepForm {...props} ways={ways} /> : null}
    </section>
  );
}

function StepForm({ view, put, ways }: StepProps & { readonly ways: readonly Way[] }) {
  const { say } = useSpeech();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<{ answer: Answer<DeskCaseView>; way: Way }>();
  const go = async (way: Way) => {
    setMissing(way.reason && reason.trim() === '');
    if (way.reason && reason.trim() === '') return document.getElementById('desk-reason')?.focus();
    const body: OfficerStep = { action: way.action, ...(way.reason ? { reason } : {}) };
    const path = `/v1/desk/cases/${encodeURIComponent(view.id)}/steps`;
    const answer = await sendJson<DeskCaseView>('POST', path, body);
    setFailure(answer.outcome === 'ok' ? undefined : { answer, way });
    if (answer.outcome !== 'ok') return;
    setReason('');
    put(answer.value);
  };
  return (
    <>
      {ways.some((way) => way.reason) ? (
        <div className="desk-reason">
          <label htmlFor="desk-reason">{say(deskWords.reason)}</label>
          <p id="desk-reason-hint">{say(missing ? deskWords.reasonMissing : deskWords.reasonHint)}</p>
          <textarea
            id="desk-reason"
            rows={3}
            maxLength={2000}
            value={reason}
            aria-describedby="desk-reason-hint"
            aria-invalid={missing}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      ) : null}
      <div className="desk-ways">
        {ways.map((way) => (
          <Button
            key={way.action}
            className={way.first ? 'button go' : 'button'}
            onPress={() => void go(way)}
          >
            {say(way.text)}
          </Button>
        ))}
      </div>
      {failure ? <FailureNote answer={failure.answer} retry={() => void go(failure.way)} /> : null}
    </>
  );
}
