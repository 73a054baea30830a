/** A form as it comes from the server; its types are the services'. */
import type { Answers, Field, Form, Step } from '../../../src/services/index.ts';

export type { Answers, Field, Form, Step };
export type Raw = Record<string, unknown>;

/** A field hangs on another of the same answers; the server checks it again. */
export const isShown = ({ only }: Pick<Field, 'only'>, answers: Raw): boolean =>
  !only || only.is.includes(answers[only.field] as string | boolean);

export const fieldDomId = (path: string): string => `field-${path.replaceAll('.', '-')}`;
