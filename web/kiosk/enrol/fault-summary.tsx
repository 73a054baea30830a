/** What is still to be put right, each line a way to its field. */
import type { RefObject } from 'react';
import { enrolWords } from '../../shared/i18n/enrol-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { fieldId, useFaultText } from './fields.tsx';
import type { Fault } from './form.ts';

export function FaultSummary({
  faults,
  focus,
}: {
  readonly faults: readonly Fault[];
  readonly focus: RefObject<HTMLDivElement | null>;
}) {
  const { say } = useSpeech();
  const faultText = useFaultText();
  return (
    <div
      ref={focus}
      tabIndex={-1}
      role="alert"
      className="fault-summary"
      data-any={faults.length > 0 || undefined}
    >
      {faults.length === 0 ? null : (
        <>
          <h2>{say(enrolWords.summary, { n: faults.length })}</h2>
          <ul>
            {faults.map((fault) => (
              <li key={fault.field}>
                <a href={`#${fieldId(fault.field)}`}>{faultText(fault)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
