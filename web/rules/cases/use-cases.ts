/** The cases of a question, once they are read. */
import { useEffect, useState } from 'react';
import { type CaseFile, readCases } from './case-files.ts';

export type CasesState =
  | { readonly at: 'reading' }
  | { readonly at: 'read'; readonly file: CaseFile | undefined }
  | { readonly at: 'failed' };

export function useCases(question: string): CasesState {
  const [state, setState] = useState<CasesState>({ at: 'reading' });
  useEffect(() => {
    let wanted = true;
    const tell = (next: CasesState) => wanted && setState(next);
    readCases(question).then(
      (file) => tell({ at: 'read', file }),
      () => tell({ at: 'failed' }),
    );
    return () => {
      wanted = false;
    };
  }, [question]);
  return state;
}
