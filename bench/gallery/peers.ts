/** Peers of the search: plain JavaScript, and usearch (npm) exact and as an approximate index. */
import usearch from 'usearch';
import { again, fillTemplate } from './made-up.ts';

const { exactSearch, Index, MetricKind, ScalarKind } = usearch;

/** The same search in plain JavaScript, over one flat array. */
export function plainScan(vectors: Int8Array, probe: Int8Array): number {
  const dims = probe.length;
  let best = 0;
  for (let start = 0; start < vectors.length; start += dims) {
    let dot = 0;
    for (let i = 0; i < dims; i++) dot += probe[i]! * vectors[start + i]!;
    if (dot > best) best = dot;
  }
  return best;
}

/** usearch's exact search over 8-bit values. */
export function usearchExact(vectors: Int8Array, probe: Int8Array): void {
  exactSearch(vectors, probe, probe.length, 2, MetricKind.Cos);
}

export interface IndexReport {
  readonly people: number;
  readonly buildSeconds: number;
  readonly searchMs: number;
  /** Share of people who are found as the nearest of a second picture of theirs. */
  readonly recall: number;
}

const PROBES = 300;

/** usearch's HNSW index (8-bit, its defaults but 16 links a node), built with one call. */
export function measureIndex(people: number, dims: number): IndexReport {
  const vectors = fillTemplate(new Int8Array(people * dims));
  const index = new Index({
    dimensions: dims,
    metric: MetricKind.Cos,
    quantization: ScalarKind.I8,
    connectivity: 16,
    expansion_add: 128,
    expansion_search: 64,
    multi: false,
  });
  const started = performance.now();
  index.add(
    BigUint64Array.from({ length: people }, (_, i) => BigInt(i)),
    vectors,
  );
  const buildSeconds = (performance.now() - started) / 1000;
  let [found, searchMs] = [0, 0];
  for (let i = 0; i < PROBES; i++) {
    const person = Math.floor((i * people) / PROBES);
    const probe = again(vectors.subarray(person * dims, (person + 1) * dims));
    const start = performance.now();
    const { keys } = index.search(probe, 1);
    searchMs += performance.now() - start;
    if ('length' in keys && keys[0] === BigInt(person)) found++;
  }
  return { people, buildSeconds, searchMs: searchMs / PROBES, recall: found / PROBES };
}
