import type { FormInstance } from 'antd';
import { fieldOf, Problem } from '../api/problem.ts';

/**
 * Shows the server's field errors at their fields.
 * @returns whether every error found its field, so that nothing is left to say elsewhere
 */
export function showFieldProblems(form: FormInstance, error: unknown): boolean {
  if (!(error instanceof Problem) || error.errors.length === 0) return false;
  let all = true;
  for (const { pointer, message } of error.errors) {
    const path = fieldOf(pointer);
    const field = knownField(form, path);
    if (field) form.setFields([{ name: field, errors: [message] }]);
    else all = false;
  }
  return all;
}

/** The field itself, or the nearest one above it: `/quantity/value` may be shown at `quantity`. */
function knownField(form: FormInstance, path: (string | number)[]): (string | number)[] | undefined {
  const shown = new Set(form.getFieldsError().map(({ name }) => name.join('/')));
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length);
    if (shown.has(part.join('/'))) return part;
  }
  return undefined;
}
