/** Puts a page on the screen: language, styles, fonts. */
import 'virtual:fonts.css';
import '../style/base.css';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SpeechProvider } from '../i18n/speech.tsx';

export function startPage(page: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element #root; index.html must hold one.');
  createRoot(root).render(
    <StrictMode>
      <SpeechProvider>{page}</SpeechProvider>
    </StrictMode>,
  );
}
