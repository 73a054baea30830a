/** A condition in words, nested as it is. */
import type { Phrase } from './phrases.ts';

export function PhraseText({ phrase }: { readonly phrase: Phrase }) {
  if (typeof phrase === 'string') return <p>{phrase}</p>;
  return (
    <div className="phrase">
      <p>{phrase.lead}</p>
      <ul>
        {phrase.lines.map((line, at) => (
          // The lines of a condition never change places.
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may read the same.
          <li key={at}>
            <PhraseText phrase={line} />
          </li>
        ))}
      </ul>
    </div>
  );
}
