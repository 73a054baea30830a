/**
 * The dictionaries' alphabet: one call is one text in the four languages, so that a missing one does not compile.
 * A plain typed dictionary is used instead of an i18n library: it costs nothing at run time, every key is checked by
 * the compiler, and a text is reviewed beside its three siblings.
 */
import type { Texts } from '../../../src/kernel/index.ts';

export type Words = Texts;

export function words(hant: string, hans: string, en: string, pt: string): Words {
  return { 'zh-Hant': hant, 'zh-Hans': hans, en, pt };
}

/** Fills `{name}` with the values given; a name without a value stays visible, so that the mistake is seen. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
