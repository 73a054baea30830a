/** The four languages, each in its own script, always in the same place. */
import '../style/frame.css';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/language.ts';
import { pageWords } from '../i18n/page-words.ts';
import { useSpeech } from '../i18n/speech.tsx';

export function LanguageSwitch() {
  const { language, speak, say } = useSpeech();
  return (
    <ToggleButtonGroup
      className="languages"
      aria-label={say(pageWords.language)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[language]}
      onSelectionChange={(keys) => {
        const chosen = LANGUAGES.find((each) => keys.has(each));
        if (chosen) speak(chosen);
      }}
    >
      {LANGUAGES.map((each) => (
        <ToggleButton key={each} id={each} lang={each} className="button">
          {LANGUAGE_NAMES[each]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
