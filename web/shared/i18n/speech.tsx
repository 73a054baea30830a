/** The language of the page as a React context: what is chosen, how it is changed, and `say`, which picks the text. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { ARIA_LOCALES, chooseLanguage, type Language } from './language.ts';
import { fill, type Words } from './words.ts';

type Say = (text: Words, values?: Readonly<Record<string, string | number>>) => string;

interface Speech {
  readonly language: Language;
  readonly speak: (language: Language) => void;
  readonly say: Say;
}

const SpeechContext = createContext<Speech | undefined>(undefined);
const STORED = 'kouan.language';

// Storage may be switched off; the page then simply does not remember.
function remembered(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    return;
  }
}

const startLanguage = () =>
  chooseLanguage({ search: location.search, stored: remembered(), preferred: navigator.languages });

export function SpeechProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(startLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speech = useMemo<Speech>(
    () => ({
      language,
      speak: (next) => {
        remember(next);
        setLanguage(next);
      },
      say: (text, values) => (values ? fill(text[language], values) : text[language]),
    }),
    [language],
  );
  return (
    <SpeechContext value={speech}>
      <I18nProvider locale={ARIA_LOCALES[language]}>{children}</I18nProvider>
    </SpeechContext>
  );
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('useSpeech was called outside SpeechProvider; wrap the page in it.');
  return speech;
}

/** The page's title follows the language. */
export function useTitle(title: Words): void {
  const { say } = useSpeech();
  const text = say(title);
  useEffect(() => {
    document.title = text;
  }, [text]);
}
