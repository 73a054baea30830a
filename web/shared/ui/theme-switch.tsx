/** Day and night; follows the system until somebody chooses. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { pageWords } from '../i18n/page-words.ts';
import { useSpeech } from '../i18n/speech.tsx';
import { Icon } from './icon.tsx';

const isDark = () =>
  document.documentElement.dataset.theme === 'dark' ||
  (!document.documentElement.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches);

export function ThemeSwitch() {
  const { say } = useSpeech();
  const [, redraw] = useState(0);
  const turn = () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    redraw((count) => count + 1);
  };
  return (
    <Button className="button bare" aria-label={say(pageWords.theme)} onPress={turn}>
      <Icon name="sun" />
    </Button>
  );
}
