export interface FieldProblem {
  /** JSON pointer into the body, e.g. `/quantity/value`. */
  pointer: string;
  message: string;
}

/** An answer that is not a success: RFC 9457 from the server, or no answer at all (`status` 0). */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly errors: FieldProblem[];
  /** Which problem it is, as `code-needed`; empty when the server told none. */
  readonly code: string;

  constructor(status: number, title: string, detail: string, errors: FieldProblem[] = [], code = '') {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.title = title;
    this.errors = errors;
    this.code = code;
  }

  static unreachable(): Problem {
    return new Problem(0, '', '');
  }

  /** Reads a problem document in the reader's language; anything else becomes a problem with the status alone. */
  static of(status: number, body: unknown, language: 'zh' | 'en'): Problem {
    if (!isRecord(body)) return new Problem(status, '', '');
    const wordsOf = (text: unknown, otherwise: string) => (isRecord(text) && textOf(text[language])) || otherwise;
    const errors = (Array.isArray(body.errors) ? body.errors.filter(isFieldProblem) : []).map((error) => ({
      pointer: error.pointer,
      message: wordsOf(error.text, error.message),
    }));
    const detail = wordsOf(body.text, textOf(body.detail));
    return new Problem(status, textOf(body.title), detail, errors, textOf(body.code));
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isFieldProblem(value: unknown): value is FieldProblem & { text?: unknown } {
  return isRecord(value) && typeof value.pointer === 'string' && typeof value.message === 'string';
}

/** `/inputs/0/batchCode` → `['inputs', 0, 'batchCode']`, as a form names its fields. */
export function fieldOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
