/** The law on this device: fetched while there is a network, kept for when there is none. */
import { useCallback, useEffect, useState } from 'react';
import { compileRules, type Law, type RulesBundle } from '../../src/policy/index.ts';
import { keepPage } from '../shared/api/keep-page.ts';
import { type Answer, getJson } from '../shared/api/request.ts';
import { QUESTION } from './next-step.ts';

const ADDRESS = `/v1/rules/${QUESTION}`;
const STORED = 'kouan.rules.lane';

export interface LawAtHand {
  readonly law: Law;
  /** It comes from the copy kept here; the port could not be asked. */
  readonly kept: boolean;
}

// Storage may be switched off or full; the page then simply needs the network next time.
function keep(bundle: RulesBundle): void {
  try {
    localStorage.setItem(STORED, JSON.stringify(bundle));
  } catch {
    return;
  }
}

/** The copy kept here; undefined where there is none that can still be read. */
function keptLaw(): Law | undefined {
  try {
    const text = localStorage.getItem(STORED);
    return text ? compileRules(JSON.parse(text) as RulesBundle) : undefined;
  } catch {
    return undefined;
  }
}

export interface LawState {
  readonly atHand: LawAtHand | undefined;
  readonly failure: Answer<unknown> | undefined;
  readonly retry: () => void;
}

/** Asks the port, and falls back on the copy. */
export function useLaw(): LawState {
  const [atHand, setAtHand] = useState<LawAtHand>();
  const [failure, setFailure] = useState<Answer<unknown>>();
  const load = useCallback(async () => {
    setFailure(undefined);
    const answer = await getJson<RulesBundle>(ADDRESS);
    if (answer.outcome === 'ok') {
      setAtHand({ law: compileRules(answer.value), kept: false });
      keep(answer.value);
      void keepPage('/check');
      return;
    }
    const law = keptLaw();
    if (law) setAtHand({ law, kept: true });
    else setFailure(answer);
  }, []);
  useEffect(() => {
    void load();
  }, [load]);
  return { atHand, failure, retry: () => void load() };
}
