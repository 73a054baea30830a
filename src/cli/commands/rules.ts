import { type Actions, actionForms, actionWords, runAction } from '../actions.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { affectedByRules } from '../law/affected-by-rules.ts';
import { checkRules } from '../law/check-rules.ts';
import { diffRules } from '../law/diff-rules.ts';
import { explainRules } from '../law/explain-rules.ts';
import { makeRulesKey } from '../law/make-rules-key.ts';
import { releaseRules, verifyRelease } from '../law/release-rules.ts';

const ACTIONS: Actions = {
  check: { words: ['DIR?'], run: checkRules },
  diff: { words: [], run: diffRules },
  affected: { words: [], run: affectedByRules },
  explain: { words: ['QUESTION'], run: explainRules },
  keygen: { words: [], run: makeRulesKey },
  release: { words: ['DIR?'], run: releaseRules },
  verify: { words: ['FILE'], run: verifyRelease },
};

export const rulesCommand: Command = {
  summary: `reads the law: ${actionForms(ACTIONS)}`,
  words: actionWords(ACTIONS),
  options: {
    from: { takes: 'one', value: 'DAY', help: 'diff, affected: the day before' },
    to: { takes: 'one', value: 'DAY', help: 'diff, affected: the day after' },
    question: { takes: 'one', value: 'ID', help: 'diff: which question (lane)' },
    on: { takes: 'one', value: 'DAY', help: 'explain: the day (today in Shanghai)' },
    lang: { takes: 'one', value: 'CODE', help: 'zh-Hant, zh-Hans, en or pt (en)' },
    rules: {
      takes: 'one',
      value: 'DIR',
      help: 'diff, affected, explain: a folder instead of the law in force',
    },
    port: { takes: 'one', value: 'ID', help: 'affected: everyone at this port (spread over all)' },
    count: { takes: 'one', value: 'N', help: 'affected: how many synthetic travellers (10000)' },
    seed: { takes: 'one', value: 'N', help: 'affected: which population (1)' },
    key: {
      takes: 'one',
      value: 'FILE',
      help: 'keygen, release: the signing key; keygen writes FILE.pub beside it',
    },
    out: { takes: 'one', value: 'DIR', help: 'release: the folder that keeps releases' },
    trust: { takes: 'one', value: 'FILE', help: 'verify: the public key that must have signed' },
    ...JSON_OPTION,
  },
  run: (...given) => runAction(ACTIONS, ...given),
};
