/** Every printed result of a service: a title, what it says as rows, paragraphs and tables, its code, its seal. */
import { formatInstant, type Instant, type Language } from '../../../kernel/index.ts';
import { encodeQr, type QrModules } from '../../qr/encode-qr.ts';
import type { DocumentSeal } from '../keys/held-key.ts';
import { letterWords } from './letter-words.ts';
import { JADE, QUIET, Sheet } from './sheet.ts';
import { fillSignature, keepRoomForSignature } from './sign-pdf.ts';

export interface LetterTable {
  readonly caption?: string;
  /** `share` is the column's part of the width, relative to the others'. */
  readonly columns: readonly { readonly title: string; readonly share: number }[];
  readonly rows: readonly (readonly string[])[];
  /** Stands in place of the rows when there are none. */
  readonly empty: string;
}

export interface Letter {
  readonly language: Language;
  readonly title: string;
  /** Name of the issuer in the letter's language. */
  readonly issuer: string;
  readonly reference: string;
  readonly issuedAt: Instant;
  /** Label and value. */
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly paragraphs: readonly string[];
  readonly tables?: readonly LetterTable[];
  /** Text of the code, from `issueCredential`. */
  readonly qr?: string;
  /** Address at which the code is checked, as printed under it. */
  readonly verifyAt?: string;
  /** Signs the file; without it the file is plain. */
  readonly seal?: DocumentSeal;
}

const CODE_SIDE = 132;
const LABEL_WIDTH = 150;
const GAP = 16;

/** A PDF file: A4, tagged, its text real in all four languages. Throws FIELD_INVALID when the code's text is too long. */
export async function renderLetter(letter: Letter): Promise<Uint8Array> {
  const code = letter.qr === undefined ? undefined : await encodeQr(letter.qr);
  const sheet = new Sheet({ ...letter, author: letter.issuer, at: letter.issuedAt });
  const { doc } = sheet;
  const root = doc.struct('Document');
  doc.addStructure(root);
  const add = adderTo(doc, root);
  writeHead(sheet, letter, code, add);
  writeRows(sheet, letter, add);
  for (const paragraph of letter.paragraphs) writeParagraph(sheet, paragraph, add);
  for (const table of letter.tables ?? []) writeTable(sheet, table, root);
  root.end();
  writeFoot(sheet, letter);
  if (!letter.seal) return sheet.end();
  const reason = letterWords.sealReason[letter.language];
  keepRoomForSignature(doc, { name: letter.issuer, reason, at: letter.issuedAt });
  return fillSignature(await sheet.end(), letter.seal);
}

/** Draws one part of the document's structure, such as a paragraph, at once. */
type Add = (kind: string, draw: () => void, alt?: string) => void;

function adderTo(doc: PDFKit.PDFDocument, parent: PDFKit.PDFStructureElement): Add {
  return (kind, draw, alt) => void parent.add(doc.struct(kind, alt === undefined ? {} : { alt }, draw));
}

function writeHead(sheet: Sheet, letter: Letter, code: QrModules | undefined, add: Add): void {
  const { left, right } = sheet;
  const width = right - left - (code ? CODE_SIDE + GAP : 0);
  const top = sheet.y;
  add('P', () => sheet.write(letter.issuer, left, top, width, { size: 11, weight: 'strong', colour: JADE }));
  add('H1', () => sheet.write(letter.title, left, sheet.y + 10, width, { size: 20, weight: 'strong' }));
  const words = letterWords;
  const told = `${words.reference[letter.language]} ${letter.reference}`;
  const when = `${words.issued[letter.language]} ${beijingTime(letter.issuedAt)}`;
  add('P', () => sheet.write(told, left, sheet.y + 8, width, { size: 10, colour: QUIET }));
  add('P', () => sheet.write(when, left, sheet.y, width, { size: 10, colour: QUIET }));
  if (code) writeCode(sheet, letter, code, top, add);
  sheet.y += GAP;
  sheet.rule(sheet.y, JADE);
  sheet.y += GAP;
}

function writeCode(sheet: Sheet, letter: Letter, code: QrModules, top: number, add: Add): void {
  const { verifyAt, language } = letter;
  const [below, x] = [sheet.y, sheet.right - CODE_SIDE];
  const under = top - 8 + CODE_SIDE;
  add('Figure', () => sheet.drawCode(code, x, top - 8, CODE_SIDE), 'QR');
  const hint = (verifyAt ? letterWords.checkAt : letterWords.checkCode)[language];
  add('P', () => sheet.write(hint, x, under, CODE_SIDE, { size: 8, colour: QUIET }));
  if (verifyAt) add('P', () => sheet.write(verifyAt, x, sheet.y, CODE_SIDE, { size: 8, colour: QUIET }));
  sheet.y = Math.max(below, sheet.y);
}

function writeRows(sheet: Sheet, { rows }: Letter, add: Add): void {
  const { left, right } = sheet;
  const width = right - left - LABEL_WIDTH - GAP;
  for (const [label, value] of rows) {
    const labelInk = { size: 10.5, colour: QUIET };
    const height = Math.max(
      sheet.heightOf(label, LABEL_WIDTH, labelInk),
      sheet.heightOf(value, width, { size: 10.5 }),
    );
    sheet.makeRoom(height);
    const y = sheet.y;
    add('P', () => sheet.write(label, left, y, LABEL_WIDTH, labelInk));
    const below = sheet.y;
    add('P', () => sheet.write(value, left + LABEL_WIDTH + GAP, y, width, { size: 10.5 }));
    sheet.y = Math.max(below, sheet.y);
    sheet.y += 4;
  }
  if (rows.length > 0) sheet.y += 10;
}

function writeParagraph(sheet: Sheet, text: string, add: Add): void {
  const { left, right } = sheet;
  sheet.makeRoom(Math.min(sheet.heightOf(text, right - left, { size: 10.5 }), 200));
  add('P', () => sheet.write(text, left, sheet.y, right - left, { size: 10.5 }));
  sheet.y += 8;
}

function writeTable(sheet: Sheet, table: LetterTable, root: PDFKit.PDFStructureElement): void {
  const { doc, left, right } = sheet;
  const add = adderTo(doc, root);
  const { caption } = table;
  sheet.y += 6;
  if (caption) {
    sheet.makeRoom(60);
    add('H2', () => sheet.write(caption, left, sheet.y, right - left, { size: 12, weight: 'strong' }));
    sheet.y += 4;
  }
  const element = doc.struct('Table');
  root.add(element);
  const titles = table.columns.map(({ title }) => title);
  writeTableRow(sheet, table, titles, 'TH', element);
  for (const row of table.rows) {
    if (sheet.makeRoom(rowHeight(sheet, table, row))) writeTableRow(sheet, table, titles, 'TH', element);
    writeTableRow(sheet, table, row, 'TD', element);
  }
  element.end();
  if (table.rows.length === 0) writeParagraph(sheet, table.empty, add);
  sheet.y += 8;
}

const CELL = { size: 9.5 } as const;

function columnsOf(sheet: Sheet, { columns }: LetterTable): { x: number; width: number }[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let x = sheet.left;
  return columns.map(({ share }) => {
    const width = ((sheet.right - sheet.left) * share) / shares;
    const column = { x, width: width - 8 };
    x += width;
    return column;
  });
}

const rowHeight = (sheet: Sheet, table: LetterTable, row: readonly string[]): number =>
  10 + Math.max(...columnsOf(sheet, table).map(({ width }, i) => sheet.heightOf(row[i] ?? '', width, CELL)));

function writeTableRow(
  sheet: Sheet,
  table: LetterTable,
  row: readonly string[],
  kind: 'TH' | 'TD',
  parent: PDFKit.PDFStructureElement,
): void {
  const element = sheet.doc.struct('TR');
  parent.add(element);
  const add = adderTo(sheet.doc, element);
  const y = sheet.y + 4;
  let below = y;
  columnsOf(sheet, table).forEach(({ x, width }, i) => {
    const ink = kind === 'TH' ? { ...CELL, weight: 'strong' as const, colour: JADE } : CELL;
    add(kind, () => sheet.write(row[i] ?? '', x, y, width, ink));
    below = Math.max(below, sheet.y);
  });
  element.end();
  sheet.y = below + 3;
  sheet.rule(sheet.y);
  sheet.y += 1;
}

function writeFoot(sheet: Sheet, { language, reference, title }: Letter): void {
  const { left, right } = sheet;
  sheet.foot((page, pages, y) => {
    const number = letterWords.page[language].replace('{n}', String(page)).replace('{of}', String(pages));
    sheet.write(`${title} · ${reference}`, left, y, (right - left) * 0.75, { size: 8, colour: QUIET });
    sheet.write(number, left, y, right - left, { size: 8, colour: QUIET, align: 'right' });
  });
}

/** `2026-11-22 10:00` in Beijing time. */
export const beijingTime = (at: Instant): string => formatInstant(at).slice(0, 16).replace('T', ' ');
