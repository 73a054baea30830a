/** Decisions of the law a second on one core; how long it takes to load and to check; two other ways to ask the same. */
import { compileRules, type Decision, type Law } from '../src/policy/index.ts';
import {
  bundleRules,
  loadRules,
  type NamedBundle,
  openBundle,
  readCases,
  readRulesFolder,
} from '../src/policy/node.ts';
import { type Figure, figure, type Report } from './frame.ts';
import { coreMs, coreMsAsync, perCoreSecond } from './policy/core-time.ts';
import { interpret } from './policy/interpreted.ts';
import { jsonRules } from './policy/json-rules.ts';
import { lanePeople } from './policy/people.ts';

type Facts = { readonly [key: string]: unknown };

const PLAIN = { trace: false, remedies: false } as const;
const TRACED = { trace: true, remedies: false } as const;

/** Each call asks about the next of them. */
const rate = (law: Law, question: string, asked: readonly unknown[], trace: boolean, calls: number): number =>
  perCoreSecond(calls, (i) => void law.decide(question, asked[i % asked.length], trace ? TRACED : PLAIN));

/** Every question, about everyone in the cases beside the rules. */
function everyQuestion(law: Law): Figure[] {
  const cases = readCases(readRulesFolder('rules'));
  return law.questions.map((question) => {
    const asked = cases
      .filter((one) => one.question === question)
      .map(({ facts }) => JSON.parse(JSON.stringify(facts)));
    const named = { unit: '/s', goal: 100_000, better: 'higher' } as const;
    const note = `${asked.length} cases`;
    return figure(
      { name: `${question} with trace`, ...named, note },
      rate(law, question, asked, true, 5_000),
    );
  });
}

function loading({ file, text }: NamedBundle): Figure[] {
  const load = coreMs(2, () => {
    const law = compileRules(openBundle(file, text));
    for (const question of law.questions) law.decide(question, {}, PLAIN);
  });
  const check = coreMs(1, () => void loadRules('rules'));
  const note = 'opened, its hash checked, compiled, and asked every question once';
  return [
    figure({ name: 'a built bundle loads', unit: 'ms', goal: 50, better: 'lower', note }, load),
    figure({ name: 'the full check of the YAML', unit: 'ms', goal: 2000, better: 'lower' }, check),
  ];
}

const sameReasons = (a: readonly string[], { reasons }: Decision): boolean => a.join() === reasons.join();

interface Peers {
  readonly interpreted: number;
  readonly jsonRules: number;
  readonly agree: string;
}

/** Decisions a second of the peers, and for how many of the people they find the same reasons. */
async function askPeers(law: Law, asked: readonly Facts[]): Promise<Peers> {
  const ask = jsonRules(law);
  let interpreted = 0;
  let engine = 0;
  for (const facts of asked) {
    const decision = law.decide('lane', facts, PLAIN);
    if (sameReasons(interpret(law, facts), decision)) interpreted++;
    if (sameReasons(await ask(facts), decision)) engine++;
  }
  const engineMs = await coreMsAsync(100, (i) => ask(asked[i % asked.length] ?? {}));
  return {
    interpreted: perCoreSecond(2_000, (i) => void interpret(law, asked[i % asked.length] ?? {})),
    jsonRules: 1000 / engineMs,
    agree: `the interpreter for ${interpreted} and json-rules-engine for ${engine} of ${asked.length} people`,
  };
}

function spreadOf(law: Law, asked: readonly Facts[]): string {
  const answers = new Map<string, number>();
  for (const facts of asked) {
    const { decision } = law.decide('lane', facts, PLAIN);
    answers.set(decision, (answers.get(decision) ?? 0) + 1);
  }
  return Array.from(answers, ([decision, count]) => `${decision} ${count}`).join(', ');
}

export async function run(): Promise<Report> {
  // As a port runs: from the built bundle, not from YAML.
  const built = bundleRules('rules');
  const law = compileRules(openBundle(built.file, built.text));
  const asked = lanePeople() as readonly Facts[];
  const plain = rate(law, 'lane', asked, false, 100_000);
  const traced = rate(law, 'lane', asked, true, 100_000);
  const peers = await askPeers(law, asked);
  const lane = { unit: '/s', better: 'higher' } as const;
  const ratio = (peer: number) => `${Math.round(plain / peer)} times the peer`;
  return {
    figures: [
      figure(
        {
          name: 'lane decisions without trace',
          ...lane,
          goal: 1_000_000,
          peer: { name: 'json-rules-engine 7.3.1', value: peers.jsonRules },
          note: ratio(peers.jsonRules),
        },
        plain,
      ),
      figure(
        {
          name: 'lane decisions with trace',
          ...lane,
          goal: 200_000,
          peer: { name: 'the same trees interpreted', value: peers.interpreted },
          note: `${Math.round(traced / peers.interpreted)} times the peer, which explains nothing`,
        },
        traced,
      ),
      ...everyQuestion(law),
      ...loading(built),
    ],
    notes: [
      `Of the ${asked.length} people asked about, all different: ${spreadOf(law, asked)}. Remedies are not computed, as a lane does not.`,
      `The peers find the same reasons: ${peers.agree}. They neither check facts nor explain.`,
    ],
  };
}
