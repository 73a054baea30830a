/** Cases as rows, and back: everything that a person wrote or got is sealed under the case's own key. */
import type { CaseBody, CaseEvent, CaseFile, CaseRecord, CaseViewer } from '../../services/index.ts';
import type { Db } from '../database/open-database.ts';
import type { Row } from '../database/tables.ts';
import { sealJson, unsealJson } from '../keys/seal.ts';
import type { Store } from '../store.ts';
import { visibleTo } from './as-viewer.ts';

export const keyContext = (id: string): string => `case/${id}`;
const bodyContext = (id: string) => ({ record: 'case', id });
const headContext = (id: string, file: string) => ({ record: 'case-file-head', id, file });
export const fileContext = (id: string, file: string) => ({ record: 'case-file', id, file });

export const sealBody = (key: Uint8Array, id: string, body: CaseBody): Buffer =>
  sealJson(key, body, bodyContext(id));
export const sealFileHead = (key: Uint8Array, id: string, file: CaseFile): Buffer =>
  sealJson(key, file, headContext(id, file.id));

export const caseKey = (
  store: Store,
  row: Pick<Row<'cases'>, 'id' | 'wrapped' | 'kek_id'>,
): Promise<Uint8Array> => store.keys.unwrap({ kekId: row.kek_id, bytes: row.wrapped }, keyContext(row.id));

export async function readCase(store: Store, tx: Db, row: Row<'cases'>): Promise<CaseRecord> {
  const key = await caseKey(store, row);
  const events = await tx
    .selectFrom('case_events')
    .selectAll()
    .where('case_id', '=', row.id)
    .orderBy('place')
    .execute();
  const files = await tx
    .selectFrom('case_files')
    .select(['id', 'sealed_head'])
    .where('case_id', '=', row.id)
    .orderBy('id')
    .execute();
  return {
    id: row.id as CaseRecord['id'],
    service: row.service,
    account: row.account_id,
    state: row.state as CaseRecord['state'],
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    ...(row.traveller_id !== null && { traveller: row.traveller_id }),
    ...(row.due_on !== null && { dueOn: row.due_on }),
    ...(row.owner_id !== null && { owner: row.owner_id }),
    body: unsealJson<CaseBody>(key, row.sealed, bodyContext(row.id)),
    files: files.map((file) => unsealJson<CaseFile>(key, file.sealed_head, headContext(row.id, file.id))),
    events: events.map(readEvent),
  };
}

const readEvent = ({ at, action, actor, state, reasons }: Row<'case_events'>): CaseEvent => ({
  at,
  action: action as CaseEvent['action'],
  actor,
  state: state as CaseEvent['state'],
  reasons,
});

export const caseRow = (tx: Db, id: string, viewer: CaseViewer) =>
  tx.selectFrom('cases').selectAll().where('id', '=', id).where(visibleTo(viewer));

export async function addEvent(tx: Db, id: string, event: CaseEvent): Promise<void> {
  await tx
    .insertInto('case_events')
    .values((insert) => ({
      case_id: id,
      place: insert
        .selectFrom('case_events')
        .select((all) => all.fn.countAll<number>().as('place'))
        .where('case_id', '=', id),
      at: event.at,
      action: event.action,
      actor: event.actor,
      state: event.state,
      reasons: [...event.reasons],
    }))
    .execute();
}
