/**
 * Chinese, Portuguese and English from two families: Noto Sans HK for traditional signs, Noto Sans SC for simplified ones and
 * for what the other lacks. Only the signs used go into a file, each with its Unicode, so that text can be found and copied.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Language } from '../../../kernel/index.ts';

type Family = 'hk' | 'sc';
export type Weight = 'regular' | 'strong';

const FILES: Readonly<Record<Family, Readonly<Record<Weight, string>>>> = {
  hk: {
    regular: '@expo-google-fonts/noto-sans-hk/400Regular/NotoSansHK_400Regular.ttf',
    strong: '@expo-google-fonts/noto-sans-hk/600SemiBold/NotoSansHK_600SemiBold.ttf',
  },
  sc: {
    regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    strong: '@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf',
  },
};

const require = createRequire(import.meta.url);
const loaded = new Map<string, Buffer>();

/** Seven megabytes each: read once for the whole process. */
function fontBytes(file: string): Buffer {
  const bytes = loaded.get(file) ?? readFileSync(require.resolve(file));
  loaded.set(file, bytes);
  return bytes;
}

/** What pdfkit keeps of its chosen font; it tells which signs a family has. */
interface WithChosenFont {
  readonly _font: { readonly font: { hasGlyphForCodePoint(code: number): boolean } };
}

export interface Run {
  readonly font: string;
  readonly text: string;
}

export interface Typeface {
  /** Parts of a text that are set in one family each, in order. */
  runs(text: string, weight: Weight): readonly Run[];
}

const known: Readonly<Record<Family, Map<string, boolean>>> = { hk: new Map(), sc: new Map() };
/** Marks of direction, joiners and control signs would draw nothing or reorder what is around them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;
const MISSING = '□';

/** Registers the families with a document. */
export function typefaceFor(doc: PDFKit.PDFDocument, language: Language): Typeface {
  const order: readonly Family[] = language === 'zh-Hans' ? ['sc', 'hk'] : ['hk', 'sc'];
  for (const family of order) {
    for (const weight of ['regular', 'strong'] as const) {
      doc.registerFont(`${family}-${weight}`, fontBytes(FILES[family][weight]));
    }
  }
  const familyOf = (sign: string) => order.find((family) => hasSign(doc, family, sign));
  return {
    runs: (text, weight) => {
      const runs: { font: string; text: string }[] = [];
      for (const sign of text.normalize('NFC').replace(UNSEEN, '')) {
        const family = familyOf(sign);
        const font = `${family ?? order[0]}-${weight}`;
        const last = runs.at(-1);
        if (last?.font === font) last.text += family ? sign : MISSING;
        else runs.push({ font, text: family ? sign : MISSING });
      }
      return runs;
    },
  };
}

function hasSign(doc: PDFKit.PDFDocument, family: Family, sign: string): boolean {
  const found = known[family].get(sign);
  if (found !== undefined) return found;
  const { _font } = doc.font(`${family}-regular`) as PDFKit.PDFDocument & WithChosenFont;
  const has = _font.font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
  known[family].set(sign, has);
  return has;
}
