/** The first two screens: the language, each in its own script, then what this is and the two ways to go on. */
import { Button } from 'react-aria-components';
import { kioskWords } from '../shared/i18n/kiosk-words.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../shared/i18n/language.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import { Icon } from '../shared/ui/icon.tsx';
import { Alternatives } from '../shared/ui/lane-screen.tsx';
import { emptyForm } from './enrol/form.ts';
import { Eyes, Hands } from './kiosk-frame.tsx';
import { GatePicture } from './lane/gate-picture.tsx';
import type { Stage } from './stage.ts';

interface Going {
  readonly go: (stage: Stage) => void;
}

export function ChooseLanguage({ go }: Going) {
  const { speak, say } = useSpeech();
  return (
    <>
      <Eyes>
        <GatePicture state="closed" />
        <h1 className="verb">{say(kioskWords.choose)}</h1>
        <p className="all-tongues" aria-hidden="true">
          {LANGUAGES.map((each) => (
            <span key={each} lang={each}>
              {kioskWords.choose[each]}
            </span>
          ))}
        </p>
      </Eyes>
      <Hands>
        <div className="pair">
          {LANGUAGES.map((each) => (
            <Button
              key={each}
              lang={each}
              className="button large"
              onPress={() => {
                speak(each);
                go({ at: 'welcome' });
              }}
            >
              {LANGUAGE_NAMES[each]}
            </Button>
          ))}
        </div>
      </Hands>
    </>
  );
}

export function Welcome({ go }: Going) {
  const { say } = useSpeech();
  return (
    <>
      <Eyes>
        <GatePicture state="open" />
        <h1 className="verb">{say(kioskWords.welcome)}</h1>
        <p className="lead">{say(kioskWords.welcomeHint)}</p>
        <ul className="facts">
          <li>
            <Icon name="check" />
            {say(kioskWords.optional)}
          </li>
          <li>
            <Icon name="check" />
            {say(kioskWords.carry)}
          </li>
        </ul>
      </Eyes>
      <Hands>
        <Button className="button go large" onPress={() => go({ at: 'lane' })}>
          <Icon name="walk" />
          {say(kioskWords.walk)}
        </Button>
        <Button className="button large" onPress={() => go({ at: 'about-you', form: emptyForm() })}>
          <Icon name="person" />
          {say(kioskWords.enrol)}
        </Button>
        <Alternatives ids={['card-lane', 'counter', 'accessible-lane']} />
      </Hands>
    </>
  );
}
