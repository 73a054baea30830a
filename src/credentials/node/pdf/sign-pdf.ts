/** A signature inside a PDF file (ISO 32000-1, 12.8): room for it is kept while the file is made, and filled when all else is fixed. */
import { formatInstant, type Instant, RoomError } from '../../../kernel/index.ts';
import type { DocumentSeal } from '../keys/held-key.ts';
import { signCms } from './cms.ts';

/** A signature with one certificate has some 1,200 bytes. */
const SIGNATURE_BYTES_MAX = 4096;
const PLACEHOLDER = '**********';
const RANGE = `/ByteRange [0 /${PLACEHOLDER} /${PLACEHOLDER} /${PLACEHOLDER}]`;

export interface SignatureWords {
  /** Who signs, as readers show it. */
  readonly name: string;
  readonly reason: string;
  readonly at: Instant;
}

/** The document's form, which pdfkit keeps to itself. */
interface WithForm {
  readonly _root: {
    readonly data: {
      readonly AcroForm: {
        readonly data: { readonly Fields: object[]; SigFlags?: number; NeedAppearances?: boolean };
      };
    };
  };
}

function formOf(doc: PDFKit.PDFDocument) {
  doc.initForm();
  return (doc as PDFKit.PDFDocument & WithForm)._root.data.AcroForm;
}

/** `D:20261122100000+08'00'` */
const pdfDate = (at: Instant): string => {
  const text = formatInstant(at);
  return `D:${text.slice(0, 19).replace(/\D/g, '')}+08'00'`;
};

/** Puts an empty, invisible signature field on the current page. To be called once, before the document ends. */
export function keepRoomForSignature(doc: PDFKit.PDFDocument, words: SignatureWords): void {
  const text = (value: string) => new String(value);
  const signature = doc.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    // A bare string becomes a name here; these three are overwritten by numbers.
    ByteRange: [0, PLACEHOLDER, PLACEHOLDER, PLACEHOLDER],
    Contents: Buffer.alloc(SIGNATURE_BYTES_MAX),
    Name: text(words.name),
    Reason: text(words.reason),
    M: text(pdfDate(words.at)),
  });
  signature.end(undefined);
  const widget = doc.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    Rect: [0, 0, 0, 0],
    V: signature,
    T: text('Signature1'),
    // Print and locked.
    F: 132,
    P: doc.page.dictionary,
  });
  widget.end(undefined);
  doc.page.annotations.push(widget);
  const { data } = formOf(doc);
  data.Fields.push(widget);
  data.SigFlags = 3;
  // A reader that draws fields anew would change what was signed.
  delete data.NeedAppearances;
}

/** Signs all but the room that was kept, and puts the signature there. */
export async function fillSignature(pdf: Buffer, seal: DocumentSeal): Promise<Buffer> {
  const [open, close] = findRoom(pdf);
  const range = `/ByteRange [0 ${open} ${close} ${pdf.length - close}]`;
  const file = Buffer.from(pdf);
  file.write(range.padEnd(RANGE.length), pdf.lastIndexOf(RANGE), 'latin1');
  const signed = Buffer.concat([file.subarray(0, open), file.subarray(close)]);
  const signature = await signCms(signed, seal);
  if (signature.length > SIGNATURE_BYTES_MAX) {
    throw new RoomError('INTERNAL', `The signature has ${signature.length} bytes and does not fit its room.`);
  }
  file.write(signature.toString('hex'), open + 1, 'latin1');
  return file;
}

/** Where the hexadecimal text of the signature begins and ends, brackets and all. */
function findRoom(pdf: Buffer): [open: number, close: number] {
  const range = pdf.lastIndexOf(RANGE);
  const open = range < 0 ? -1 : pdf.indexOf(`<${'00'.repeat(SIGNATURE_BYTES_MAX)}>`, range, 'latin1');
  if (open < 0) throw new RoomError('INTERNAL', 'The PDF file has no room for a signature.');
  return [open, open + 2 + 2 * SIGNATURE_BYTES_MAX];
}
