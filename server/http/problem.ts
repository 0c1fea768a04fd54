import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import {
  AgriTraceError,
  type FieldError,
  InvalidInput,
  NotFound,
  problemCodes,
  TooLarge,
  TooManyRequests,
  Unavailable,
} from '../errors.ts';
import { bilingual } from './fields.ts';
import { inBothLanguages } from './problem-words/in-chinese.ts';
import { requestId } from './request-scope.ts';

export const problemSchema = z
  .object({
    type: z.string(),
    code: z.enum(problemCodes).meta({ description: 'Which problem it is; the last part of `type`, and stable' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    text: bilingual.optional().meta({ description: 'The detail in both languages' }),
    instance: z.string(),
    requestId: z.string().optional().meta({ description: 'The id under which the log knows this request' }),
    errors: z
      .array(
        z.object({
          pointer: z.string(),
          message: z.string(),
          code: z.string().optional().meta({ description: 'Which reason it is, where reasons have names; stable' }),
          text: bilingual.optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem document' });

/** The type that a standard gives an error where its interface answers; `undefined` elsewhere. */
export type ProblemType = (
  error: AgriTraceError | undefined,
  request: Request,
  response: Response,
) => string | undefined;

/** The one place where an error becomes an answer. What is not one of ours is logged and told as 500 without its details. */
export function problemHandler(log: Logger, typeOf: ProblemType = () => undefined): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const known = asKnownError(error);
    if (!known) log.error({ err: error, path: request.path }, 'request failed');
    const status = known?.status ?? 500;
    const detail = known?.message ?? 'The fault is on our side and has been recorded; please try again.';
    if (known instanceof TooManyRequests && known.retryAfterSeconds !== undefined)
      response.set('Retry-After', String(known.retryAfterSeconds));
    sendProblem(response, {
      type: typeOf(known, request, response) ?? (known ? `urn:agritrace:problem:${known.code}` : 'about:blank'),
      code: known?.code ?? 'internal-error',
      title: known?.title ?? 'The server could not finish this',
      status,
      detail,
      text: known ? (known.text ?? inBothLanguages(detail)) : { zh: '服务器出错，已记录；请稍后再试。', en: detail },
      instance: request.originalUrl.split('?')[0] ?? request.path,
      requestId: requestId(),
      ...(known?.errors.length ? { errors: known.errors.map(inWords) } : {}),
    });
  };
}

function inWords(error: FieldError): FieldError {
  const text = error.text ?? inBothLanguages(error.message);
  return text ? { ...error, text } : error;
}

function sendProblem(response: Response, problem: z.infer<typeof problemSchema>): void {
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

function asKnownError(error: unknown): AgriTraceError | undefined {
  if (error instanceof AgriTraceError) return error;
  if (!(error instanceof Error)) return undefined;
  const kind = (error as Error & { type?: string }).type;
  if (kind === 'entity.parse.failed') return InvalidInput.field('', 'the body is not valid JSON');
  if (kind === 'entity.too.deep') return InvalidInput.field('', 'the body is nested too deep');
  if (kind === 'entity.too.large') return new TooLarge('The body is larger than this route takes');
  if (kind === 'charset.unsupported' || kind === 'encoding.unsupported')
    return InvalidInput.field('', 'the encoding of the body is not known here');
  if (kind === 'request.aborted' || kind === 'request.size.invalid')
    return InvalidInput.field('', 'the body ended before its announced length');
  if (error instanceof URIError) return new NotFound('No such address');
  if (error.name === 'MongoServerSelectionError' || error.name === 'MongoNetworkError')
    return new Unavailable('The database does not answer at the moment; nothing was changed');
  return undefined;
}
