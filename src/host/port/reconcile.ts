/** After a power cut: clearances that neither completed nor were voided. Nobody can say now that the person left, so they are no crossings. */
import type { Records } from '../../records/index.ts';

const REASON = 'RESTARTED';

/** How many there were; an officer finds them in the audit log. */
export async function reconcile({ passages }: Pick<Records, 'passages'>): Promise<number> {
  const open = await passages.unfinished();
  for (const { crossing } of open) await passages.void(crossing, REASON);
  return open.length;
}
