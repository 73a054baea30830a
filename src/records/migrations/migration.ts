/** One step of the schema. Never edited after release, only followed by another: its checksum is kept in the store. */
export interface Migration {
  /** 1, 2, 3 … without a gap. */
  readonly version: number;
  readonly name: string;
  /** SQL that Postgres 15 to 18 share. */
  readonly sql: string;
}
