import type { z } from 'zod';
import { type FieldError, InvalidInput } from '../errors.ts';
import { inBothLanguages, issueInBothLanguages } from './problem-words/in-chinese.ts';

/**
 * What a schema makes of input.
 * @param prefix where in the request it stands, as a JSON pointer
 * @throws InvalidInput with every field that is not as it should be, in both languages
 */
export function validated<Schema extends z.ZodType | undefined>(
  schema: Schema,
  value: unknown,
  prefix = '',
): Schema extends z.ZodType ? z.output<Schema> : undefined {
  type Output = Schema extends z.ZodType ? z.output<Schema> : undefined;
  if (!schema) return undefined as Output;
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data as Output;
  const errors: FieldError[] = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: pointer(prefix, [...issue.path, key]), message: 'is not a known field' }))
      : [{ pointer: pointer(prefix, issue.path), message: issue.message, ...inWords(issue) }],
  );
  const first = errors[0];
  if (!first) throw new InvalidInput('The request is not valid');
  const problem = new InvalidInput(`${first.pointer || 'The body'}: ${first.message}`, errors);
  const text = first.text ?? inBothLanguages(first.message);
  if (text) problem.text = { zh: `${first.pointer || '请求内容'}：${text.zh}`, en: problem.message };
  throw problem;
}

function inWords(issue: z.core.$ZodIssue): Pick<FieldError, 'text'> {
  const text = issueInBothLanguages(issue);
  return text ? { text } : {};
}

function pointer(prefix: string, path: PropertyKey[]): string {
  return prefix + path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
