/** What a certificate of crossings says, from what was found: the issuer only signs it. */
import { maskName } from '../../documents/index.ts';
import type { Day, Instant, Language } from '../../kernel/index.ts';
import type { Law } from '../../policy/index.ts';
import { type Crossing, type Found, portName } from './search.ts';

export interface CertificateWish {
  readonly language: Language;
  /** Columns that the receiver does not need. */
  readonly hide: readonly ('time' | 'port' | 'document')[];
  readonly maskNumbers: boolean;
}

export interface CertificateHolder {
  readonly name: string;
  readonly documents: readonly { readonly type: string; readonly number: string; readonly expires: Day }[];
}

interface CertificateFacts extends CertificateWish {
  readonly holder: { readonly name: string; readonly masked: string; readonly document: string };
  readonly from: Day;
  readonly to: Day;
  readonly crossings: readonly {
    readonly at: Instant;
    readonly direction: 'exit' | 'entry';
    readonly port: string;
    readonly document: string;
  }[];
}

export function certificateFacts(
  found: Extract<Found, { outcome: 'found' }>,
  holder: CertificateHolder,
  wish: CertificateWish,
  law: Pick<Law, 'content'>,
): CertificateFacts {
  return {
    ...wish,
    holder: {
      name: holder.name,
      masked: maskName(holder.name),
      document: longestValid(holder)?.number ?? '',
    },
    from: found.from,
    to: found.to,
    crossings: found.crossings.map((crossing) => ({
      at: crossing.completedAt,
      direction: crossing.direction,
      port: portName(law, crossing.port)[wish.language],
      document: usedNumber(crossing, holder),
    })),
  };
}

const longestValid = ({ documents }: CertificateHolder) =>
  documents.toSorted((a, b) => (a.expires < b.expires ? 1 : -1))[0];

/** A crossing keeps the end of the number alone; in full it is on the document, where the person still has it. */
function usedNumber(
  { documentType, documentLast4 = '' }: Crossing,
  { documents }: CertificateHolder,
): string {
  const own = documents.find(
    ({ type, number }) => documentLast4 !== '' && type === documentType && number.endsWith(documentLast4),
  );
  return own?.number ?? documentLast4;
}
