import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'good' | 'busy' | 'caution' | 'bad';

/** One glyph a tone, so that no state is told by colour alone. */
const glyphs: Record<Tone, string> = { neutral: '○', good: '✓', busy: '◐', caution: '△', bad: '✕' };

export function Chip({
  tone,
  children,
  testId,
  state,
}: {
  tone: Tone;
  children: ReactNode;
  testId?: string;
  state?: string;
}) {
  return (
    <span className={`chip ${tone}`} data-testid={testId} data-state={state}>
      <span aria-hidden="true">{glyphs[tone]}</span>
      {children}
    </span>
  );
}
