import { describe } from 'vitest';
import { testAnswers } from './answers.fixture.ts';
import { TEXT_PARSERS } from './parsers/index.ts';

describe('parsers of what people and other systems write', () => testAnswers(TEXT_PARSERS));
