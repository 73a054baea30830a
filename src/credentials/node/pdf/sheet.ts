/** A4 sheets with the house's margins and type: the few ways in which our documents put ink on paper. */
import PDFDocument from 'pdfkit';
import type { Instant, Language } from '../../../kernel/index.ts';
import type { QrModules } from '../../qr/encode-qr.ts';
import { type Typeface, typefaceFor, type Weight } from './typeface.ts';

export const INK = '#12232b';
export const QUIET = '#4d6068';
export const JADE = '#07594a';
const LINE = '#ddd8ce';

const MARGIN = 56;
const FOOT = 64;
/** BCP 47 tags that readers of documents know. */
const TAGS: Readonly<Record<Language, string>> = {
  'zh-Hant': 'zh-HK',
  'zh-Hans': 'zh-CN',
  en: 'en-GB',
  pt: 'pt-PT',
};

export interface Ink {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: string;
  readonly align?: 'left' | 'right';
}

/**
 * The families' quotation marks and dashes are a full square wide, as Chinese wants them; in Latin text they are set narrow. Only
 * their places change, not their signs, so that what is copied stays what was written.
 */
const WIDE = /[‘’“”…—]/;
const NARROW: PDFKit.Mixins.OpenTypeFeatures[] = ['kern', 'palt'];

/** Lengths are points, 1/72 inch; the origin is the upper left corner. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly left = MARGIN;
  readonly right: number;
  readonly bottom: number;
  readonly #typeface: Typeface;
  readonly #isLatin: boolean;
  readonly #pieces: Buffer[] = [];
  readonly #ended: Promise<void>;

  constructor(words: {
    readonly title: string;
    readonly author: string;
    readonly language: Language;
    readonly at: Instant;
  }) {
    this.doc = new PDFDocument({
      size: 'A4',
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: FOOT },
      pdfVersion: '1.7',
      tagged: true,
      lang: TAGS[words.language],
      displayTitle: true,
      bufferPages: true,
      info: {
        Title: words.title,
        Author: words.author,
        Producer: 'Kouan',
        Creator: 'Kouan',
        CreationDate: new Date(words.at),
      },
    });
    this.right = this.doc.page.width - MARGIN;
    this.bottom = this.doc.page.height - FOOT;
    this.#isLatin = !words.language.startsWith('zh');
    this.#typeface = typefaceFor(this.doc, words.language);
    this.doc.on('data', (piece: Buffer) => this.#pieces.push(piece));
    this.#ended = new Promise((resolve) => this.doc.on('end', resolve));
  }

  get y(): number {
    return this.doc.y;
  }

  set y(value: number) {
    this.doc.y = value;
  }

  /** Writes a text that wraps within `width`; afterwards `y` stands below it. */
  write(text: string, x: number, y: number, width: number, ink: Ink): void {
    const { doc } = this;
    doc.fontSize(ink.size).fillColor(ink.colour ?? INK);
    const runs = this.#typeface.runs(text, ink.weight ?? 'regular');
    if (runs.length === 0) doc.y = y;
    runs.forEach(({ font, text: part }, i) => {
      const options = {
        width,
        align: ink.align ?? 'left',
        lineGap: ink.size * 0.15,
        continued: i < runs.length - 1,
        ...(this.#isLatin && WIDE.test(part) ? { features: NARROW } : {}),
      };
      if (i === 0) doc.font(font).text(part, x, y, options);
      else doc.font(font).text(part, options);
    });
  }

  /** Height that `write` would take; exact for one family, near enough for several. */
  heightOf(text: string, width: number, { size, weight }: Ink): number {
    const [first] = this.#typeface.runs(text, weight ?? 'regular');
    if (!first) return size;
    return this.doc
      .font(first.font)
      .fontSize(size)
      .heightOfString(text, { width, lineGap: size * 0.15 });
  }

  rule(y: number, colour = LINE): void {
    this.artifact(() =>
      this.doc.moveTo(this.left, y).lineTo(this.right, y).lineWidth(0.6).strokeColor(colour).stroke(),
    );
  }

  /** Draws what readers of screens pass over. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  /** The code with its quiet zone, `side` points wide in all; black on white whatever is around it. */
  drawCode(code: QrModules, x: number, y: number, side: number): void {
    const quiet = 4;
    const scale = side / (code.size + 2 * quiet);
    const { doc } = this;
    doc
      .save()
      .translate(x + quiet * scale, y + quiet * scale)
      .scale(scale);
    doc.path(code.path).fill('#000000').restore();
  }

  /** Begins another sheet unless `height` points are left on this one; says whether it did. */
  makeRoom(height: number): boolean {
    if (this.y + height <= this.bottom) return false;
    this.doc.addPage();
    return true;
  }

  /** Draws the same below every sheet, when their number is known. */
  foot(draw: (page: number, pages: number, y: number) => void): void {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      this.doc.switchToPage(page);
      // The foot lies below the margin, where writing would begin another sheet.
      this.doc.page.margins.bottom = 0;
      this.artifact(() => draw(page - start + 1, count, this.bottom + 20));
    }
  }

  async end(): Promise<Buffer> {
    this.doc.end();
    await this.#ended;
    return Buffer.concat(this.#pieces);
  }
}
