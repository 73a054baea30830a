/** The edit of the rules files that a draft amounts to, to copy or to keep. */
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { DatedValue } from '../../../src/policy/index.ts';
import { draftWords } from '../../shared/i18n/draft-words.ts';
import { rulesWords } from '../../shared/i18n/rules-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { readRulesTexts } from '../cases/case-files.ts';
import { type Edit, editOf } from './yaml-edit.ts';

const isDeclaring = (file: string) => !file.endsWith('.cases.yaml');

function useEdit(id: string, values: readonly DatedValue[]): Edit | 'failed' | undefined {
  const [edit, setEdit] = useState<Edit | 'failed'>();
  useEffect(() => {
    let wanted = true;
    const make = async () =>
      (await editOf(await readRulesTexts(isDeclaring), id, values)) ?? ('failed' as const);
    const tell = (made: Edit | 'failed') => wanted && setEdit(made);
    make().then(tell, () => tell('failed'));
    return () => {
      wanted = false;
    };
  }, [id, values]);
  return edit;
}

// The clipboard is there only over https or on this computer, and may be refused.
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function keepFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

export function ProposedEdit({
  id,
  values,
}: {
  readonly id: string;
  readonly values: readonly DatedValue[];
}) {
  const { say } = useSpeech();
  const edit = useEdit(id, values);
  const [told, setTold] = useState('');
  if (edit === undefined) return null;
  if (edit === 'failed') return <p role="alert">{say(rulesWords.caseReadFault)}</p>;
  const { patch, files } = edit;
  return (
    <div className="edit">
      <p>{say(draftWords.proposeHint, { file: files.join(', ') })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard. */}
      <pre tabIndex={0}>{patch}</pre>
      <div className="row">
        <Button
          className="button"
          onPress={async () =>
            setTold(say((await copied(patch)) ? draftWords.copied : draftWords.copyByHand))
          }
        >
          {say(draftWords.copy)}
        </Button>
        <Button className="button" onPress={() => keepFile(`${id}.patch`, patch)}>
          {say(draftWords.download)}
        </Button>
      </div>
      <p role="status">{told}</p>
    </div>
  );
}
