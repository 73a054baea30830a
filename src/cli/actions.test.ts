import { describe, expect, it } from 'vitest';
import { findPlaces } from '../host/index.ts';
import { type Actions, actionForms, actionWords, runAction } from './actions.ts';
import { parseArguments } from './arguments.ts';
import { faceCommand } from './commands/face.ts';
import { fingerCommand } from './commands/finger.ts';
import { rulesCommand } from './commands/rules.ts';

const actions: Actions = {
  count: { words: ['DIR'], run: async ([dir]) => (dir === 'things' ? 7 : 8) },
  compare: { words: ['A', 'B'], run: async (words) => words.length },
  list: { words: ['DIR?'], run: async (words) => words.length },
};
const settings = {
  port: 0,
  host: '127.0.0.1',
  dataDir: '',
  keysDir: '',
  keysNamed: false,
  production: false,
  face: {},
};
const terminal = { print: () => {}, note: () => {} };
const run = (...argv: string[]) =>
  runAction(actions, parseArguments({ summary: '', words: actionWords(actions) }, argv), settings, terminal);

describe('commands with a second word', () => {
  it('hand the words after the action to it', async () => {
    await expect(run('count', 'things')).resolves.toBe(7);
    await expect(run('compare', 'a', 'b')).resolves.toBe(2);
  });

  it('let an optional word be left out', async () => {
    await expect(run('list')).resolves.toBe(0);
    await expect(run('list', 'here')).resolves.toBe(1);
  });

  it('name the actions when there is none of that name, even one that every object has', async () => {
    await expect(run('sort')).rejects.toThrow('action: "sort" is not one of: count, compare, list.');
    await expect(run('toString')).rejects.toThrow(/is not one of/);
  });

  it('say which word is missing and which is too many', async () => {
    await expect(run('compare', 'a')).rejects.toThrow('compare needs B.');
    await expect(run('count', 'a', 'b')).rejects.toThrow('"b" is one word too many for count.');
  });

  it('tell their forms for help', () => {
    expect(actionForms(actions)).toBe('count DIR | compare A B | list [DIR]');
  });

  it.each([
    ['face', faceCommand, ['evaluate', 'DIR', '--json', '--plot', 'p.svg']],
    ['face', faceCommand, ['compare', 'A', 'B']],
    ['face', faceCommand, ['quality', 'IMG', '--json']],
    ['finger', fingerCommand, ['evaluate', 'DIR', '--json', '--plot', 'p.svg']],
    ['finger', fingerCommand, ['compare', 'A', 'B']],
    ['finger', fingerCommand, ['extract', 'IMG', '--format', 'iso', '--out', 'F']],
    ['rules', rulesCommand, ['check']],
    ['rules', rulesCommand, ['diff', '--from', '2025-11-04', '--to', '2025-11-06', '--question', 'lane']],
    ['rules', rulesCommand, ['affected', '--from', '2025-11-04', '--to', '2025-11-06']],
    ['rules', rulesCommand, ['explain', 'lane', '--on', '2025-11-06', '--lang', 'pt']],
  ] as const)('kouan %s reads its own forms', (_, command, argv) => {
    expect(parseArguments(command, argv).words[0]).toBe(argv[0]);
  });
});

describe('the folder of the program', () => {
  it('is the one that holds package.json', () => {
    expect(findPlaces().rules.startsWith(findPlaces().root)).toBe(true);
    expect(() => findPlaces('/nowhere/file.js')).toThrow(/not found/);
  });
});
