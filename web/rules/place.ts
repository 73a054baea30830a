/** Where one is in the law, as the part of the address that no server is sent: `#lane/clauses/age`. */
import { useEffect, useState } from 'react';

export const VIEWS = ['history', 'clauses', 'lists', 'cases', 'days', 'draft'] as const;
export type View = (typeof VIEWS)[number];

export interface Place {
  readonly question: string;
  readonly view: View;
  /** Id of the clause, value or list that is meant; for two days, the days. */
  readonly rest: readonly string[];
}

/** An address of its own for each place, so that it can be linked to and the browser's way back works. */
export const addressOf = (question: string, view: View, ...rest: readonly string[]): string =>
  `#${[question, view, ...rest].map(encodeURIComponent).join('/')}`;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** The place that an address names; undefined where it names no question that there is. */
export function readPlace(address: string, questions: readonly string[]): Place | undefined {
  const [question = '', view, ...rest] = address.replace(/^#/, '').split('/').map(decoded);
  if (!questions.includes(question)) return undefined;
  return { question, view: VIEWS.find((known) => known === view) ?? 'history', rest };
}

export function usePlace(questions: readonly string[]): Place | undefined {
  const [place, setPlace] = useState(() => readPlace(location.hash, questions));
  useEffect(() => {
    const follow = () => {
      // A jump inside the page, such as to its content, is no other place.
      if (location.hash !== '#main') setPlace(readPlace(location.hash, questions));
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [questions]);
  return place;
}
