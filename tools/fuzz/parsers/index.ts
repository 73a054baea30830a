/** Every parser of what comes from outside. */
import type { FuzzParser } from '../parser.ts';
import { CREDENTIAL_PARSERS } from './credentials.ts';
import { HTTP_PARSER } from './http.ts';
import { LAW_PARSERS } from './law.ts';
import { MODEL_PARSER } from './models.ts';
import { NUMBER_PARSER } from './numbers.ts';
import { PICTURE_PARSERS } from './pictures.ts';
import { TEMPLATE_PARSERS } from './templates.ts';

/** Files and templates: bytes. */
export const BYTE_PARSERS: readonly FuzzParser[] = [...PICTURE_PARSERS, ...TEMPLATE_PARSERS];

/** What people and other systems write: text. */
export const TEXT_PARSERS: readonly FuzzParser[] = [
  NUMBER_PARSER,
  ...LAW_PARSERS,
  ...CREDENTIAL_PARSERS,
  MODEL_PARSER,
  HTTP_PARSER,
];
