/** The lists that a question consults: ports, documents, places; each entry with its days, its notice and how sure it is. */
import './lists.css';
import type { Law, Table, TableRow } from '../../../src/policy/index.ts';
import { rulesWords } from '../../shared/i18n/rules-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import type { Words } from '../../shared/i18n/words.ts';
import { longDay } from '../../shared/ui/format.ts';
import type { ViewProps } from '../question-view.tsx';
import { citation, reachOf } from '../reach.ts';
import { namesOf } from '../search/search.ts';
import { targetId, useTarget } from '../target.ts';

const STANDINGS: Readonly<Record<string, Words>> = {
  'source-official': rulesWords['source-official'],
  found: rulesWords.located,
  'source-press': rulesWords['source-press'],
  derived: rulesWords.derived,
  unverified: rulesWords.unverified,
};

function Row({ law, row }: { readonly law: Law; readonly row: TableRow }) {
  const { say, language } = useSpeech();
  const standing = STANDINGS[row.confidence];
  return (
    <tr data-standing={row.confidence}>
      <th scope="row">
        {say(namesOf(row.names, row.key.join(' / ')))} <code>{row.key.join(' / ')}</code>
      </th>
      <td className="numerals">{row.from ? longDay(row.from, language) : ''}</td>
      <td className="numerals">{row.until ? longDay(row.until, language) : ''}</td>
      <td>{standing ? say(standing) : row.confidence}</td>
      <td>
        <cite lang="zh-Hant">{citation(law, row.reference)}</cite>
      </td>
    </tr>
  );
}

function ListTable({ law, id, table }: { readonly law: Law; readonly id: string; readonly table: Table }) {
  const { say } = useSpeech();
  const title = say(table.text);
  const heads = [
    rulesWords.name,
    rulesWords.fromDay,
    rulesWords.untilDay,
    rulesWords.standing,
    rulesWords.notice,
  ];
  return (
    <details className="list" id={targetId(id)} tabIndex={-1} open={table.rows.length <= 20}>
      <summary>
        <span className="strong">{title}</span>{' '}
        <span className="quiet numerals">{say(rulesWords.rowsOf, { n: table.rows.length })}</span>{' '}
        <code>{id}</code>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard. */}
      <section className="wide" tabIndex={0} aria-label={title}>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head.en} scope="col">
                  {say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <Row key={`${row.key.join('/')} ${row.from}`} law={law} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

export function ListsView({ law, question, rest }: ViewProps) {
  const { say } = useSpeech();
  const { tables } = reachOf(law, question);
  useTarget(rest[0]);
  if (tables.length === 0) return <p className="quiet">{say(rulesWords.noLists)}</p>;
  return tables.map((id) => {
    const table = law.content.tables[id];
    return table ? <ListTable key={id} law={law} id={id} table={table} /> : null;
  });
}
