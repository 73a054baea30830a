/** What is wrong with a draft, each in a sentence that says where. */
import type { Parameter } from '../../../src/policy/index.ts';
import { draftWords } from '../../shared/i18n/draft-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import type { Words } from '../../shared/i18n/words.ts';
import { type DraftFault, kindOf, type ValueKind } from './draft.ts';

const KINDS: Readonly<Record<ValueKind, Words>> = {
  number: draftWords.kindNumber,
  flag: draftWords.kindFlag,
  text: draftWords.kindText,
  list: draftWords.kindList,
};

function useFaultText(parameter: Parameter): (fault: DraftFault) => string {
  const { say } = useSpeech();
  return (found) => {
    switch (found.fault) {
      case 'day':
        return say(draftWords.faultDay, { n: found.at });
      case 'value':
        return say(draftWords.faultValue, { n: found.at, kind: say(KINDS[kindOf(parameter)]) });
      case 'twice':
        return say(draftWords.faultTwice, { day: found.day });
      case 'none':
        return say(draftWords.faultNone);
      case 'law':
        return say(draftWords.faultLaw, { what: found.what });
    }
  };
}

export function DraftFaults({
  parameter,
  faults,
}: {
  readonly parameter: Parameter;
  readonly faults: readonly DraftFault[];
}) {
  const textOf = useFaultText(parameter);
  return (
    <ul className="draft-faults" role="alert">
      {faults.map((found) => (
        <li key={JSON.stringify(found)}>{textOf(found)}</li>
      ))}
    </ul>
  );
}
