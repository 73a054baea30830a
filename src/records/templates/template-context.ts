/** What a template is sealed to: its person, purpose, modality, position, model and consent, and its own id (R16, T4). */
import type { Row } from '../database/tables.ts';
import type { SealContext } from '../keys/seal.ts';
import { PURPOSE } from '../modality.ts';

type Bound = Pick<Row<'templates'>, 'id' | 'traveller_id' | 'consent_id' | 'modality' | 'position' | 'model'>;

export const templateContext = (row: Bound): SealContext => ({
  record: 'template',
  id: row.id,
  person: row.traveller_id,
  consent: row.consent_id,
  purpose: PURPOSE,
  modality: row.modality,
  position: row.position,
  model: row.model,
});
