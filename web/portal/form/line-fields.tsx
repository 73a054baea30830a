/** Fields of one line: native inputs, with the keyboard and the autofill that fit. */
import { useMemo } from 'react';
import { COUNTRY_CODES } from '../../../src/policy/index.ts';
import { portalWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { type FieldProps, Labelled, useNotes } from './field-frame.tsx';

const INPUTS = {
  name: { autoComplete: 'name' },
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
  email: { type: 'email', inputMode: 'email', autoComplete: 'email' },
  number: { inputMode: 'decimal' },
  day: { inputMode: 'numeric', placeholder: '2026-03-31' },
  instant: { inputMode: 'numeric', placeholder: '2026-03-31 14:05' },
  'document-number': { autoCapitalize: 'characters', spellCheck: false, autoComplete: 'off' },
  'credit-code': { autoCapitalize: 'characters', spellCheck: false, autoComplete: 'off' },
} as const;

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

export function LineField(props: FieldProps) {
  const { field, change } = props;
  const { id, aria } = useNotes(props);
  const value = text(props.value);
  const own = field.kind in INPUTS ? INPUTS[field.kind as keyof typeof INPUTS] : {};
  if (field.kind === 'text' && field.lines) {
    return (
      <Labelled {...props}>
        <textarea
          id={id}
          rows={field.lines}
          value={value}
          {...aria}
          onChange={(event) => change(event.target.value)}
        />
      </Labelled>
    );
  }
  return (
    <Labelled {...props}>
      <input id={id} value={value} {...own} {...aria} onChange={(event) => change(event.target.value)} />
    </Labelled>
  );
}

/** Countries by their names in the page's language; the browser knows them. */
export function CountryField(props: FieldProps) {
  const { say, language } = useSpeech();
  const { id, aria } = useNotes(props);
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames([language === 'zh-Hant' ? 'zh-HK' : language], { type: 'region' });
    const named = COUNTRY_CODES.map((code) => [code, names.of(code) ?? code] as const);
    return named.sort(([, a], [, b]) => a.localeCompare(b, language));
  }, [language]);
  return (
    <Labelled {...props}>
      <select
        id={id}
        value={text(props.value)}
        {...aria}
        onChange={(event) => props.change(event.target.value)}
      >
        <option value="">{say(portalWords.choose)}</option>
        {countries.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
