/** Search with scores, for the evaluation tools and benchmarks alone: no lane, server or record may use it. */
import { IdTable } from './id-table.ts';
import type { Candidate } from './outcome.ts';
import { checkTemplate, VectorStore } from './vector-store.ts';

export interface EvaluationGallery {
  add(id: string, template: Int8Array): void;
  /** Every template whose cosine reaches `cosineMin` (above 0), best first. */
  searchForEvaluation(probe: Int8Array, cosineMin: number): Candidate[];
  /** Reads every template and does nothing else, in one stream or in as many as the search: the limit that the memory sets. */
  readThrough(inOrder: boolean): void;
}

export function openEvaluationGallery(dims: number, capacityMax: number): EvaluationGallery {
  const store = new VectorStore(dims, capacityMax);
  const ids = new IdTable(capacityMax);
  return {
    add(id, template) {
      checkTemplate(template, dims, 'template');
      store.write(ids.add(id), template);
    },
    searchForEvaluation(probe, cosineMin) {
      checkTemplate(probe, dims, 'probe');
      const found: Candidate[] = [];
      store.visit(probe, cosineMin, ids.rowEnd, (row, cosine) => {
        found.push({ id: ids.idOf(row), cosine });
        return cosineMin;
      });
      return found.sort((a, b) => b.cosine - a.cosine);
    },
    readThrough: (inOrder) => store.readThrough(ids.rowEnd, inOrder),
  };
}
