/** `records.cases`: requests of services, sealed each under a key of its own; see services/engine/case-store.ts for what is promised. */
import type { CaseFilter, CaseStore, CaseViewer } from '../../services/index.ts';
import type { Store } from '../store.ts';
import { asViewer, visibleTo } from './as-viewer.ts';
import { addFile, readFile, removeFile } from './case-files.ts';
import { caseRow, readCase } from './case-rows.ts';
import { changeCase } from './change-case.ts';
import { revoked, taken } from './issued.ts';
import { openCase } from './open-case.ts';

const PAGE_MAX = 500;

export function openCases(store: Store): CaseStore {
  const db = store.database.desk;
  return {
    open: (input) => openCase(store, input),
    get: (id, viewer) =>
      asViewer(db, viewer, async (tx) => {
        const row = await caseRow(tx, id, viewer).executeTakeFirst();
        return row && readCase(store, tx, row);
      }),
    list: (viewer, filter) => listCases(store, viewer, filter),
    change: (id, viewer, decide) => changeCase(store, id, viewer, decide),
    addFile: (id, viewer, file, content) => addFile(store, id, viewer, file, content),
    file: (id, viewer, file) => readFile(store, id, viewer, file),
    removeFile: (id, viewer, file) => removeFile(store, id, viewer, file),
    revoked: () => revoked(store),
    taken: (calendar, from, to) => taken(store, calendar, from, to),
  };
}

function listCases(store: Store, viewer: CaseViewer, { service, states, limit = 100 }: CaseFilter) {
  return asViewer(store.database.desk, viewer, async (tx) => {
    let query = tx.selectFrom('cases').selectAll().where(visibleTo(viewer)).limit(Math.min(limit, PAGE_MAX));
    if (service !== undefined) query = query.where('service', '=', service);
    if (states !== undefined) query = query.where('state', 'in', states);
    query =
      'account' in viewer
        ? query.orderBy('opened_at', 'desc').orderBy('id', 'desc')
        : query.orderBy('due_on', (by) => by.asc().nullsLast()).orderBy('changed_at');
    const rows = await query.execute();
    const records = [];
    for (const row of rows) records.push(await readCase(store, tx, row));
    return records;
  });
}
