/** The head of a page: mark, title, what the page adds, languages, day and night. */
import type { ReactNode } from 'react';
import { pageWords } from '../i18n/page-words.ts';
import { useSpeech } from '../i18n/speech.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

function Mark() {
  return (
    <svg
      className="mark"
      viewBox="0 0 32 32"
      aria-hidden="true"
      fill="none"
      stroke="var(--on-jade)"
      strokeLinecap="round"
    >
      <rect width="32" height="32" rx="8" fill="var(--jade-deep)" stroke="none" />
      <path d="M8 7v18M24 7v18" strokeWidth="3" />
      <path d="M12 16h7.5m-3.5-3.5 3.5 3.5-3.5 3.5" strokeWidth="2.5" strokeLinejoin="round" />
    </svg>
  );
}

export function PageHead(props: {
  readonly title: string;
  readonly tagline?: string;
  readonly children?: ReactNode;
}) {
  const { say } = useSpeech();
  return (
    <header className="head">
      <a className="skip unseen" href="#main">
        {say(pageWords.skip)}
      </a>
      <Mark />
      <div>
        <h1>{props.title}</h1>
        {props.tagline ? <p className="tagline">{props.tagline}</p> : null}
      </div>
      <div className="rest">
        {props.children}
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}
