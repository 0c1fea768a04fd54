import type { CSSProperties, ReactNode } from 'react';
import { writeRelative } from '../shared/format.ts';
import { useNow } from '../shared/Time.tsx';
import { useLanguage } from '../shared/texts.ts';
import { useWallTexts } from './texts.ts';

interface Props {
  title: string;
  area: string;
  /** As the query that brings the tile's data tells of itself. */
  data: { dataUpdatedAt: number; isError: boolean };
  /** When the data should have been brought up to date by. */
  refreshMs: number;
  children: ReactNode;
}

/** A part of the wall with the age of what it shows: nobody must take the past for the present. */
export function WallTile({ title, area, data, refreshMs, children }: Props) {
  const t = useWallTexts();
  const language = useLanguage();
  const now = Math.max(useNow(), data.dataUpdatedAt);
  const isLate = data.dataUpdatedAt > 0 && (data.isError || now - data.dataUpdatedAt > 3 * refreshMs);
  const age = writeRelative(new Date(data.dataUpdatedAt).toISOString(), now, language);
  return (
    <section
      className={isLate ? 'wall-tile late' : 'wall-tile'}
      style={{ '--area': area } as CSSProperties}
      aria-label={title}
    >
      <header>
        <h2>{title}</h2>
        <p className="wall-age" data-testid="age">
          {data.dataUpdatedAt === 0 ? t('waiting') : t(isLate ? 'late' : 'age', { age })}
        </p>
      </header>
      {children}
    </section>
  );
}
