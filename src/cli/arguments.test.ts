import { describe, expect, it } from 'vitest';
import { type CommandForm, parseArguments } from './arguments.ts';
import { COMMANDS } from './commands/index.ts';
import { exitCodeOf } from './exit-codes.ts';
import { describeAll, describeOne } from './usage.ts';

const form: CommandForm = {
  summary: 'x',
  words: ['action', 'id?'],
  options: {
    face: { takes: 'many', help: '' },
    port: { takes: 'one', help: '' },
    json: { takes: 'flag', help: '' },
  },
};
const parse = (...argv: string[]) => parseArguments(form, argv);

describe('the grammar of the command line', () => {
  it('gathers several values up to the next option', () => {
    const args = parse('go', '--face', 'a.jpg', 'b.jpg', '--port', 'szb', 'T-1', '--json');
    expect(args.many('face')).toEqual(['a.jpg', 'b.jpg']);
    expect([args.one('port'), args.has('json'), args.words]).toEqual(['szb', true, ['go', 'T-1']]);
  });

  it('keeps an equals sign inside a value, and takes one behind the name', () => {
    expect(parse('go', '--face', 'right-index=f1.png,f2.png').many('face')).toEqual([
      'right-index=f1.png,f2.png',
    ]);
    expect(parse('go', '--port=szb=x').one('port')).toBe('szb=x');
  });

  it.each([
    [['go', '--nothing'], 'nothing'],
    [['go', '--port'], 'port'],
    [['go', '--port', '--json'], 'port'],
    [['go', '--__proto__', '1'], '__proto__'],
    [[], 'action'],
    [['a', 'b', 'c'], 'arguments'],
  ])('%j is refused and names %s', (argv, field) => {
    expect(() => parse(...argv)).toThrowError(
      expect.objectContaining({ code: 'FIELD_INVALID', facts: expect.objectContaining({ field }) }),
    );
  });

  it('reads numbers, and refuses what is none', () => {
    expect(parse('go', '--port', '1.5').number('port', 0)).toBe(1.5);
    expect(parse('go').number('port', 7)).toBe(7);
    expect(() => parse('go', '--port', 'x').number('port', 0)).toThrow(/number/);
  });
});

describe('help', () => {
  it('names every command, and every option of each', () => {
    const all = describeAll(COMMANDS);
    for (const [name, command] of Object.entries(COMMANDS)) {
      expect(all).toContain(`${name} `);
      const one = describeOne(name, command);
      for (const option of Object.keys(command.options ?? {})) expect(one).toContain(`--${option}`);
    }
  });
});

describe('exit codes', () => {
  it('are 2 for what the person can mend and 1 for a fault of ours', () => {
    expect([exitCodeOf('FIELD_INVALID'), exitCodeOf('PORT_TAKEN'), exitCodeOf('INTERNAL')]).toEqual([
      2, 2, 1,
    ]);
  });
});
