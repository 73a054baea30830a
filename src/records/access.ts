/** Who does a thing and what for: every write and every read of personal data says so, and is audited (R20). */
export interface Access {
  /** An officer's id, a lane's, or a process such as `cli`; never a name. */
  readonly actor: string;
  /** A short code such as `lane-passage`, `counter-inspection`, `import`. */
  readonly purpose: string;
}
