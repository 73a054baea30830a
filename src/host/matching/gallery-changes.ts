/**
 * Keeps what was read from the records from undoing what happened since: between reading a person's templates and
 * enrolling them the person may have withdrawn, and whoever withdrew must not come back (C-13).
 */
export class GalleryChanges {
  readonly #loads = new Set<Set<string>>();
  readonly #reads = new Map<string, number>();
  #readings = 0;

  /** Begins to read one person anew; the function tells whether this is still the latest reading of them. */
  beginReading(traveller: string): { isLatest(): boolean; end(): void } {
    for (const changed of this.#loads) changed.add(traveller);
    const reading = ++this.#readings;
    this.#reads.set(traveller, reading);
    const isLatest = () => this.#reads.get(traveller) === reading;
    return { isLatest, end: () => void (isLatest() && this.#reads.delete(traveller)) };
  }

  /** Begins to read everybody; `changed` gathers who was read anew meanwhile and is no longer the load's affair. */
  beginLoad(): { changed: ReadonlySet<string>; end(): void } {
    const changed = new Set<string>();
    this.#loads.add(changed);
    return { changed, end: () => void this.#loads.delete(changed) };
  }
}
