import { describe } from 'vitest';
import { testAnswers } from './answers.fixture.ts';
import { BYTE_PARSERS } from './parsers/index.ts';

describe('parsers of files and templates', () => testAnswers(BYTE_PARSERS));
