/** The cases beside a question: what is asked in short, what must come out, and whether it does. */
import './cases.css';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Law } from '../../../src/policy/index.ts';
import { pageWords } from '../../shared/i18n/page-words.ts';
import { rulesWords } from '../../shared/i18n/rules-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import type { ViewProps } from '../question-view.tsx';
import type { CaseFile } from './case-files.ts';
import { CaseLine } from './case-line.tsx';
import { runCases } from './case-run.ts';
import { FactChips } from './fact-chips.tsx';
import { useCases } from './use-cases.ts';

function Verdict({ cases, failing }: { readonly cases: number; readonly failing: number }) {
  const { say } = useSpeech();
  const text =
    failing === 0
      ? say(rulesWords.casesPass, { n: cases })
      : say(rulesWords.casesFail, { n: cases, m: failing });
  return (
    <p className="cases-verdict" data-failing={failing > 0} role="status">
      <Icon name={failing === 0 ? 'check' : 'warn'} />
      {text}
    </p>
  );
}

function Cases({ law, file }: { readonly law: Law; readonly file: CaseFile }) {
  const { say } = useSpeech();
  const [only, setOnly] = useState(false);
  const outcomes = useMemo(() => runCases(law, file), [law, file]);
  const failing = outcomes.filter(({ differences }) => differences.length > 0);
  const shown = only ? failing : outcomes;
  return (
    <>
      <Verdict cases={outcomes.length} failing={failing.length} />
      {failing.length > 0 ? (
        <Button className="button" onPress={() => setOnly(!only)}>
          {say(only ? rulesWords.showAll : rulesWords.showOnly, { n: outcomes.length })}
        </Button>
      ) : null}
      <p className="quiet">{say(rulesWords.caseLanguage)}</p>
      {file.base ? (
        <details className="case-base">
          <summary>{say(rulesWords.caseBase)}</summary>
          <FactChips facts={file.base} />
        </details>
      ) : null}
      <ol className="cases">
        {shown.map((outcome) => (
          <CaseLine key={outcome.one.name} law={law} file={file} outcome={outcome} />
        ))}
      </ol>
    </>
  );
}

export function CasesView({ law, question }: ViewProps) {
  const { say } = useSpeech();
  const state = useCases(question);
  if (state.at === 'reading') return <p className="quiet">{say(pageWords.loading)}</p>;
  if (state.at === 'failed') return <p role="alert">{say(rulesWords.caseReadFault)}</p>;
  if (!state.file) return <p className="quiet">{say(rulesWords.noCases)}</p>;
  return <Cases law={law} file={state.file} />;
}
