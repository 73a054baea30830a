/** What the code is shown for; a permit that is good for a train is not therefore good for a border. */
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { PURPOSES, type Purpose } from '../../src/credentials/index.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import { purposeWords, verifyWords } from '../shared/i18n/verify-words.ts';

export type ShownFor = Purpose | 'any';

const CHOICES: readonly ShownFor[] = [...PURPOSES, 'any'];

export function PurposeChoice(props: {
  readonly chosen: ShownFor;
  readonly choose: (purpose: ShownFor) => void;
}) {
  const { say } = useSpeech();
  return (
    <section className="purposes">
      <h2 id="purpose">{say(verifyWords.purposeQuestion)}</h2>
      <ToggleButtonGroup
        aria-labelledby="purpose"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[props.chosen]}
        onSelectionChange={(keys) => {
          const chosen = CHOICES.find((each) => keys.has(each));
          if (chosen) props.choose(chosen);
        }}
      >
        {CHOICES.map((each) => (
          <ToggleButton key={each} id={each} className="button">
            {say(each === 'any' ? verifyWords.anyDocument : purposeWords[each])}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </section>
  );
}
