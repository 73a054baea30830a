/** What follows from a draft: the cases that it contradicts, the people whom it affects, the edit to propose. */
import { useEffect, useMemo, useState } from 'react';
import { type Day, shanghaiDay, systemClock } from '../../../src/kernel/index.ts';
import type { DatedValue, Law, Parameter } from '../../../src/policy/index.ts';
import { draftWords } from '../../shared/i18n/draft-words.ts';
import { daysWords, rulesWords } from '../../shared/i18n/rules-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import type { CaseFile } from '../cases/case-files.ts';
import { CaseLine } from '../cases/case-line.tsx';
import { DayField } from '../days/day-field.tsx';
import { LANE, populationOf } from '../population/population.ts';
import { shiftOfLaws } from '../population/shift.ts';
import { ShiftPicture } from '../population/shift-picture.tsx';
import { casesReading, contradictionsOf } from './contradictions.ts';
import { firstDifference } from './draft.ts';
import { ProposedEdit } from './proposed-edit.tsx';

interface ConsequencesProps {
  readonly law: Law;
  readonly draft: Law;
  readonly question: string;
  readonly id: string;
  readonly parameter: Parameter;
  readonly values: readonly DatedValue[];
}

function useCasesReading(law: Law, id: string): readonly CaseFile[] | 'failed' | undefined {
  const [files, setFiles] = useState<readonly CaseFile[] | 'failed'>();
  useEffect(() => {
    casesReading(law, id).then(setFiles, () => setFiles('failed'));
  }, [law, id]);
  return files;
}

function ContradictedCases({
  law,
  draft,
  files,
}: {
  readonly law: Law;
  readonly draft: Law;
  readonly files: readonly CaseFile[];
}) {
  const { say } = useSpeech();
  const { run, found } = useMemo(() => contradictionsOf(law, draft, files), [law, draft, files]);
  if (found.length === 0) return <p role="status">{say(draftWords.casesNone, { n: run })}</p>;
  return (
    <>
      <p role="status">{say(rulesWords.casesFail, { n: run, m: found.length })}</p>
      <ol className="cases">
        {found.map(({ file, outcome }) => (
          <CaseLine key={`${file.question} ${outcome.one.name}`} law={draft} file={file} outcome={outcome} />
        ))}
      </ol>
    </>
  );
}

function DraftedPeople(props: ConsequencesProps & { readonly files: readonly CaseFile[] }) {
  const { say } = useSpeech();
  const { law, draft, question, parameter, values, files } = props;
  const first = firstDifference(parameter.values, values) ?? shanghaiDay(systemClock.now());
  const [asked, setAsked] = useState<Day>();
  const day = asked ?? first;
  const file = files.find((each) => each.question === question);
  const shift = useMemo(
    () => shiftOfLaws(law, draft, question, populationOf(law, file, question, day)),
    [law, draft, question, file, day],
  );
  return (
    <>
      <DayField label={say(draftWords.asked)} day={day} give={setAsked} />
      <ShiftPicture
        law={law}
        question={question}
        shift={shift}
        before={say(draftWords.inForce)}
        after={say(draftWords.drafted)}
      />
      <p className="quiet">{say(question === LANE ? daysWords.laneSource : daysWords.caseSource)}</p>
    </>
  );
}

export function Consequences(props: ConsequencesProps) {
  const { say } = useSpeech();
  const files = useCasesReading(props.law, props.id);
  if (files === undefined) return null;
  if (files === 'failed') return <p role="alert">{say(rulesWords.caseReadFault)}</p>;
  return (
    <>
      <section>
        <h3>{say(draftWords.cases)}</h3>
        <ContradictedCases law={props.law} draft={props.draft} files={files} />
      </section>
      <section>
        <h3>{say(daysWords.affected)}</h3>
        <DraftedPeople {...props} files={files} />
      </section>
      <section>
        <h3>{say(draftWords.propose)}</h3>
        <ProposedEdit id={props.id} values={props.values} />
      </section>
    </>
  );
}
