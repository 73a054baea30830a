/** What is still to be put right, each line a way to its field. */
import type { MouseEvent, RefObject } from 'react';
import type { FaultView } from '../../../src/server/index.ts';
import { portalWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { fieldDomId } from './form-types.ts';

function jump(event: MouseEvent, path: string): void {
  const field = document.getElementById(fieldDomId(path));
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
}

export function FaultList(props: {
  readonly faults: readonly FaultView[];
  readonly focus: RefObject<HTMLDivElement | null>;
}) {
  const { say } = useSpeech();
  const { faults, focus } = props;
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
          <h3>{say(portalWords.faults, { n: faults.length })}</h3>
          <ul>
            {faults.map((fault) => (
              <li key={fault.field}>
                <a href={`#${fieldDomId(fault.field)}`} onClick={(event) => jump(event, fault.field)}>
                  {say(fault.text)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
