import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { GENERATED_FILE, scanModuleSource } from './build-scan.ts';

it('the shipped scan module is what its text builds', async () => {
  expect(readFileSync(GENERATED_FILE, 'utf8')).toBe(await scanModuleSource());
});
