/** Reads back what our own PDF files say: the text of each page by the fonts' Unicode tables, as a reader copies it. */
import { inflateSync } from 'node:zlib';

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

function objectsOf(pdf: Uint8Array): Map<number, PdfObject> {
  const source = Buffer.from(pdf).toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const [, number, body = ''] of source.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', packed] = body.split(/\nstream\n/);
    const bytes = Buffer.from(packed ?? '', 'latin1').subarray(
      0,
      Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0),
    );
    const stream = packed && head.includes('FlateDecode') ? inflateSync(bytes).toString('latin1') : '';
    objects.set(Number(number), { head, stream });
  }
  return objects;
}

const reference = (head: string, name: string): number =>
  Number(new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1]);

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Glyph → text, from the bfrange tables that pdfkit writes. */
function unicodeOf(cmap: string): Map<number, string> {
  const table = new Map<number, string>();
  for (const [, first = '', , list = ''] of cmap.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
    Array.from(list.matchAll(/<([\w ]+)>/g), ([, text = '']) => text.replaceAll(' ', '')).forEach(
      (text, i) => {
        table.set(Number.parseInt(first, 16) + i, utf16(text));
      },
    );
  }
  return table;
}

function textOf(content: string, fonts: ReadonlyMap<string, Map<number, string>>): string {
  let [text, font] = ['', ''];
  for (const [, chosen, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    font = chosen ?? font;
    const glyphs = Array.from(
      (shown ?? '').matchAll(/<(\w+)>/g),
      ([, hex = '']) => hex.match(/..../g) ?? [],
    ).flat();
    text += glyphs.map((glyph) => fonts.get(font)?.get(Number.parseInt(glyph, 16)) ?? '\ufffd').join('');
    if (shown !== undefined) text += '\n';
  }
  return text;
}

/** One text per page, a line for each piece that was set. */
export function readPages(pdf: Uint8Array): string[] {
  const objects = objectsOf(pdf);
  const at = (number: number) => objects.get(number) ?? { head: '', stream: '' };
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\n/.test(head));
  return pages.map(({ head }) => {
    const { head: resources } = at(reference(head, 'Resources'));
    const fonts = Array.from(resources.matchAll(/\/(F\d+) (\d+) 0 R/g), ([, name = '', number]) => {
      const { stream } = at(reference(at(Number(number)).head, 'ToUnicode'));
      return [name, unicodeOf(stream)] as const;
    });
    return textOf(at(reference(head, 'Contents')).stream, new Map(fonts));
  });
}

/** The bytes that the signature covers, the signature, and what the file holds besides: nothing. */
export function readSignature(pdf: Uint8Array): {
  readonly covered: Buffer;
  readonly cms: Buffer;
  readonly rest: number;
} {
  const file = Buffer.from(pdf);
  const [, a = 0, b = 0, c = 0, d = 0] = (
    /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(file.toString('latin1')) ?? []
  ).map(Number);
  const covered = Buffer.concat([file.subarray(a, a + b), file.subarray(c, c + d)]);
  const cms = Buffer.from(file.subarray(a + b + 1, c - 1).toString('latin1'), 'hex');
  return { covered, cms, rest: file.length - covered.length - (c - b) };
}
