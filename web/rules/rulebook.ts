/** The whole law in force, asked of the port once and decided on this device from then on. */
import { useCallback, useEffect, useState } from 'react';
import { compileRules, type Law, type RulesBundle } from '../../src/policy/index.ts';
import { type Answer, getJson } from '../shared/api/request.ts';

const ADDRESS = '/v1/rules';

export interface Rulebook {
  readonly law: Law | undefined;
  readonly failure: Answer<unknown> | undefined;
  readonly retry: () => void;
}

export function useRulebook(): Rulebook {
  const [law, setLaw] = useState<Law>();
  const [failure, setFailure] = useState<Answer<unknown>>();
  const load = useCallback(async () => {
    setFailure(undefined);
    const answer = await getJson<RulesBundle>(ADDRESS);
    if (answer.outcome === 'ok') setLaw(compileRules(answer.value));
    else setFailure(answer);
  }, []);
  useEffect(() => {
    void load();
  }, [load]);
  return { law, failure, retry: () => void load() };
}
