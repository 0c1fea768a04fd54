/** Whether it is an identifier of GS1's, as a URN or a Digital Link, and no code of a batch here: those have no colon. */
export function isIdentifier(code: string): boolean {
  return code.includes(':');
}
