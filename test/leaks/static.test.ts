import { describe, expect, it } from 'vitest';
import { listSources } from '../../tools/tidy/sources.ts';
import { findSecretsInLogs } from './said-by-logs.ts';
import { findScoreNames, OUTER } from './score-names.ts';

const sources = listSources(/^(src|web)\/.*\.tsx?$/);
const logged = (text: string) => findSecretsInLogs({ path: 'x.ts', text }).map(({ problem }) => problem);
const scored = (text: string) => findScoreNames({ path: 'x.ts', text }).length;

describe('what the code says', () => {
  it('F-04 gives no log a template, a score, a picture or anything about a person', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.flatMap(findSecretsInLogs)).toEqual([]);
  });

  it('knows of no score outside the matcher and its evaluation', () => {
    const outer = sources.filter(({ path }) => OUTER.test(path));
    expect(outer.length).toBeGreaterThan(150);
    expect(outer.flatMap(findScoreNames)).toEqual([]);
  });
});

describe('the search itself', () => {
  it('finds secrets in log calls of every shape, by whole words of a name', () => {
    for (const text of [
      'log.warn({ score }, "x")',
      'request.log.error({ a: { b: person.birthDate } })',
      'console.log("it was", bestScore)',
      'this.logger.debug(JSON.stringify(template))',
      'logger.info({ document_number })',
    ])
      expect(logged(text), text).not.toEqual([]);
  });

  it('leaves alone what is none', () => {
    for (const text of [
      'log.warn({ trace, code }, "the template was refused")',
      'math.log(score)',
      'Math.log(score)',
      'log.measure(score)',
      'log.info({ renamed, framework, signal: name })',
    ])
      expect(logged(text), text).toEqual([]);
  });

  it('finds names of scores, not words about them', () => {
    expect(scored('const a = { score: 1 }; send(found.similarity)')).toBe(2);
    expect(scored("import { compareFingers } from './x.ts'")).toBe(1);
    expect(scored("// no score here\nconst scoreboard = 'score';")).toBe(0);
  });
});
