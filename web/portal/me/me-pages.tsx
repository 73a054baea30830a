/** "My data": a part at a time, each with its own address. Whoever has not shown their face is led there first. */
import './me.css';
import type { ReactNode } from 'react';
import { meWords } from '../../shared/i18n/me-words.ts';
import { useSpeech, useTitle } from '../../shared/i18n/speech.tsx';
import type { Words } from '../../shared/i18n/words.ts';
import { Link } from '../router.tsx';
import { ConsentsPart } from './consents.tsx';
import { CrossingsPart } from './crossings.tsx';
import { DocumentsPart } from './documents.tsx';
import { LooksPart } from './looks.tsx';
import { TakePart } from './take.tsx';

interface Part {
  readonly id: string;
  readonly title: Words;
  readonly page: () => ReactNode;
}

const DOCUMENTS: Part = { id: '', title: meWords.documents, page: () => <DocumentsPart /> };
const PARTS: readonly Part[] = [
  DOCUMENTS,
  { id: 'consents', title: meWords.consents, page: () => <ConsentsPart /> },
  { id: 'looks', title: meWords.looks, page: () => <LooksPart /> },
  { id: 'crossings', title: meWords.crossings, page: () => <CrossingsPart /> },
  { id: 'take', title: meWords.take, page: () => <TakePart /> },
];

export function MePages({ part = '' }: { readonly part?: string | undefined }) {
  useTitle(meWords.title);
  const { say } = useSpeech();
  const shown = PARTS.find(({ id }) => id === part) ?? DOCUMENTS;
  return (
    <article className="me">
      <h2>{say(meWords.title)}</h2>
      <p className="quiet">{say(meWords.lead)}</p>
      <nav className="me-parts" aria-label={say(meWords.parts)}>
        {PARTS.map(({ id, title }) => (
          <span key={id} data-here={id === shown.id ? true : undefined}>
            <Link to={id === '' ? '/me' : `/me/${id}`}>{say(title)}</Link>
          </span>
        ))}
      </nav>
      <section aria-label={say(shown.title)}>{shown.page()}</section>
    </article>
  );
}
