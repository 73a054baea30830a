/** What records tells its operator; pino fits. Never a name, a document number or a template. */
export interface Log {
  info(facts: object, text: string): void;
  warn(facts: object, text: string): void;
  error(facts: object, text: string): void;
}

const nothing = () => undefined;
export const noLog: Log = { info: nothing, warn: nothing, error: nothing };
