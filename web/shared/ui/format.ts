/** Numbers and times as people at the port write them; the port lives in China's one time zone. */
import { FORMAT_LOCALES, type Language } from '../i18n/language.ts';

const ZONE = 'Asia/Shanghai';

export const clockTime = (epochMs: number, language: Language): string =>
  new Intl.DateTimeFormat(FORMAT_LOCALES[language], {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(epochMs);

export const dateTime = (epochMs: number, language: Language): string =>
  new Intl.DateTimeFormat(FORMAT_LOCALES[language], {
    timeZone: ZONE,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(epochMs);

export const longDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(FORMAT_LOCALES[language], { timeZone: 'UTC', dateStyle: 'long' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );

/** At most so many decimals, none where they would be zeros. */
export const number = (value: number, language: Language, decimalsMax = 0): string =>
  new Intl.NumberFormat(FORMAT_LOCALES[language], { maximumFractionDigits: decimalsMax }).format(value);
