import { type Level, romans, useLevelWord } from './levels.ts';

/** Circle, triangle, square and octagon: the level can be told without its colour. */
const shapes: Record<Level, string> = {
  blue: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.500 6.500 0 1 0 0-13z',
  yellow: 'M8 1.5 15 14H1z',
  orange: 'M2 2h12v12H2z',
  red: 'M5.2 1.200h5.600l4 4v5.600l-4 4H5.200l-4-4V5.200z',
};

/** The level's word, roman number and shape on its colour. */
export function LevelChip({ level }: { level: string }) {
  const word = useLevelWord();
  const known = level in romans ? (level as Level) : 'blue';
  return (
    <span className={`level ${known}`}>
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
        <path d={shapes[known]} fill="currentColor" />
      </svg>
      {word(level)} {romans[known]}
    </span>
  );
}
