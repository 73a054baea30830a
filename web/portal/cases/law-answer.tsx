/** What the law said, in words: why, what would change it, the other ways, who hears an objection. */
import type { AnswerView } from '../../../src/server/index.ts';
import { portalWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import type { Words } from '../../shared/i18n/words.ts';

function Lines({ title, lines }: { readonly title: Words; readonly lines: readonly Words[] }) {
  const { say } = useSpeech();
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{say(title)}</h3>
      <ul className="dots">
        {lines.map((line) => (
          <li key={line.en}>{say(line)}</li>
        ))}
      </ul>
    </section>
  );
}

const told = (items: readonly { readonly text?: Words | undefined }[]): Words[] =>
  items.flatMap(({ text }) => (text ? [text] : []));

export function LawAnswer({
  answer,
  appeal,
}: {
  readonly answer: AnswerView;
  readonly appeal?: Words | undefined;
}) {
  return (
    <div className="law-answer">
      <Lines title={portalWords.reasons} lines={told(answer.reasons)} />
      <Lines title={portalWords.remedies} lines={told(answer.remedies)} />
      <Lines title={portalWords.alternatives} lines={told(answer.alternatives)} />
      {appeal ? <Lines title={portalWords.appeal} lines={[appeal]} /> : null}
    </div>
  );
}
