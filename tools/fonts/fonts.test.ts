import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { allWords } from '../../web/shared/i18n/dictionaries.ts';
import { buildFonts } from './build.ts';
import { charactersOf } from './characters.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'kouan-fonts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the fonts', () => {
  it('hold every sign of every dictionary', () => {
    const { hant, hans, latin } = charactersOf(root);
    const lacking = (text: string, signs: string) => [...text].filter((sign) => !signs.includes(sign));
    for (const { words } of allWords()) {
      expect(lacking(words['zh-Hant'], hant)).toEqual([]);
      expect(lacking(words['zh-Hans'], hans)).toEqual([]);
      expect(lacking(words.en + words.pt, latin)).toEqual([]);
    }
  });

  it('together weigh less than 720 kB', async () => {
    const cut = join(root, '.cache', 'fonts');
    await buildFonts(root, cut);
    const files = readdirSync(cut).filter((name) => name.endsWith('.woff2'));
    expect(files.reduce((sum, name) => sum + statSync(join(cut, name)).size, 0)).toBeLessThan(720_000);
  });

  it('are not cut twice for the same signs, and anew for others', async () => {
    const few = { hant: '口岸', hans: '口岸', hantStrong: '口', hansStrong: '口', latin: 'Kouan' };
    const css = await buildFonts(root, folder, few);
    const made = statSync(css).mtimeMs;
    const files = readdirSync(folder).filter((name) => name.endsWith('.woff2'));
    expect(files).toHaveLength(6);
    for (const name of files) expect(readFileSync(css, 'utf8')).toContain(`url('./${name}')`);
    await buildFonts(root, folder, few);
    expect(statSync(css).mtimeMs).toBe(made);
    await buildFonts(root, folder, { ...few, latin: 'Kouans' });
    expect(statSync(css).mtimeMs).toBeGreaterThan(made);
  });
});
