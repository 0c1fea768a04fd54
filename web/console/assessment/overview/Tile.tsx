import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import type { OverviewPart } from '../../api/types.ts';
import { Division } from '../../producers/Division.tsx';
import { LevelChip } from '../../warnings/LevelChip.tsx';
import { type Place, standingOf } from './schematic.ts';
import { percent, useOverviewTexts } from './texts.ts';

/** One county or town: what is open there and how its tests went, in words and numbers; the colour says it once more. */
export function Tile({ part, to, place }: { part: OverviewPart; to: string | null; place: Place | undefined }) {
  const t = useOverviewTexts();
  const { warnings, passRate } = part;
  const name = <Division code={part.divisionCode} name={part.divisionName} />;
  const standing = standingOf(passRate);
  const where = { '--row': place?.row, '--column': place?.column, '--width': place?.width } as CSSProperties;
  return (
    <li
      className={`tile ${warnings.highest ?? 'calm'} rate-${standing}`}
      style={where}
      data-testid="tile"
      data-division={part.divisionCode}
    >
      <h3>{to === null ? name : <Link to={to}>{name}</Link>}</h3>
      <p className="tile-line">
        {warnings.highest && <LevelChip level={warnings.highest} />}
        <span>{warnings.total === 0 ? t('noWarnings') : t('openCount', { count: warnings.total })}</span>
      </p>
      <p className="tile-line">
        {passRate.share === null
          ? t('notJudged')
          : t('rateOf', { rate: percent(passRate.share), n: passRate.n, word: t(standing) })}
      </p>
    </li>
  );
}
