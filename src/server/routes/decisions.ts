/** The law over HTTP: any decision is 200; facts of the wrong kind are 422 with the field. */
import { z } from 'zod';
import { RoomError } from '../../kernel/index.ts';
import type { App } from '../app.ts';
import { entityTag, releaseOf } from '../law-release.ts';
import { schemaReference } from '../question-schemas.ts';
import type { LawSource } from '../sources.ts';

interface ErrorOutputs {
  readonly field?: string;
  readonly value?: unknown;
  readonly expected?: string;
}

const unknownQuestion = (question: string, law: LawSource) =>
  new RoomError('NOT_FOUND', `There is no question "${question}".`, {
    field: 'question',
    expected: law.questions().join(', '),
  });

/** The law itself, so that a page decides without asking and without a network. */
function rulesRoute(app: App, law: LawSource): void {
  const schema = {
    tags: ['law'],
    description: 'The release in force, cut to one question: what decides it, on any device.',
    params: z.object({ question: z.string().max(40) }),
  };
  app.get('/v1/rules/:question', { config: { access: 'public' }, schema }, async (request, reply) => {
    const { question } = request.params;
    const whole = law.release();
    const release = releaseOf(whole, question);
    if (!release) throw unknownQuestion(question, law);
    const tag = entityTag(whole, question);
    reply.header('etag', tag).header('cache-control', 'no-cache');
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.send(release);
  });
}

export function decisionRoutes(app: App, law: LawSource): void {
  rulesRoute(app, law);
  const schema = {
    tags: ['law'],
    params: z.object({ question: z.string().max(40) }),
    body: z.record(z.string(), z.unknown()).meta({
      description: 'The facts of the question; each question has a schema of its own.',
      oneOf: law.questions().map(schemaReference),
    }),
  };
  app.get(
    '/v1/decisions',
    {
      config: { access: 'public' },
      schema: { tags: ['law'], response: { 200: z.object({ questions: z.array(z.string()) }) } },
    },
    async () => ({ questions: [...law.questions()] }),
  );
  app.post('/v1/decisions/:question', { config: { access: 'public' }, schema }, async (request) => {
    const { question } = request.params;
    if (!law.questions().includes(question)) throw unknownQuestion(question, law);
    const decision = law.decide(question, request.body);
    if (decision.decision !== 'ERROR') return decision;
    const {
      field = 'body',
      value,
      expected = 'as the question asks',
    } = (decision.outputs ?? {}) as ErrorOutputs;
    throw new RoomError('FIELD_INVALID', `${field}: not ${expected}.`, { field, value, expected });
  });
}
