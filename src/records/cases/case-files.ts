/** Papers of a case: name and content sealed under the case's key. */
import type { CaseFile, CaseViewer } from '../../services/index.ts';
import { seal, unseal } from '../keys/seal.ts';
import type { Store } from '../store.ts';
import { asViewer } from './as-viewer.ts';
import { addEvent, caseKey, caseRow, fileContext, readCase, sealFileHead } from './case-rows.ts';

export function addFile(
  store: Store,
  id: string,
  viewer: CaseViewer,
  file: CaseFile,
  content: Uint8Array,
): Promise<void> {
  return asViewer(store.database.desk, viewer, async (tx) => {
    const row = await caseRow(tx, id, viewer).forUpdate().executeTakeFirst();
    if (!row) return;
    const key = await caseKey(store, row);
    await tx
      .insertInto('case_files')
      .values({
        id: file.id,
        case_id: id,
        field: file.field,
        sealed_head: sealFileHead(key, id, file),
        sealed: seal(key, content, fileContext(id, file.id)),
        added_at: file.addedAt,
      })
      .execute();
    await addEvent(tx, id, {
      at: file.addedAt,
      action: 'add-file',
      actor: 'holder',
      state: row.state as 'draft',
      reasons: [],
    });
  });
}

export function readFile(store: Store, id: string, viewer: CaseViewer, file: string) {
  return asViewer(store.database.desk, viewer, async (tx) => {
    const row = await caseRow(tx, id, viewer).executeTakeFirst();
    const held = await tx
      .selectFrom('case_files')
      .selectAll()
      .where('id', '=', file)
      .where('case_id', '=', id)
      .executeTakeFirst();
    if (!row || !held) return undefined;
    const record = await readCase(store, tx, row);
    const head = record.files.find((one) => one.id === file);
    if (!head) return undefined;
    return { file: head, content: unseal(await caseKey(store, row), held.sealed, fileContext(id, file)) };
  });
}

export function removeFile(store: Store, id: string, viewer: CaseViewer, file: string): Promise<void> {
  return asViewer(store.database.desk, viewer, async (tx) => {
    const row = await caseRow(tx, id, viewer).forUpdate().executeTakeFirst();
    if (!row) return;
    await tx.deleteFrom('case_files').where('id', '=', file).where('case_id', '=', id).execute();
    await addEvent(tx, id, {
      at: store.clock.now(),
      action: 'remove-file',
      actor: 'holder',
      state: row.state as 'draft',
      reasons: [],
    });
  });
}
