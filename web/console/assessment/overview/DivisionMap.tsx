import { Link } from 'react-router';
import type { OverviewPart } from '../../api/types.ts';
import { Division } from '../../producers/Division.tsx';
import { type Level, romans, useLevelWord } from '../../warnings/levels.ts';
import type { Shape } from './map-shapes.ts';
import type { ConfiguredMap } from './queries.ts';
import { percent, useOverviewTexts } from './texts.ts';

interface Props {
  drawn: { shapes: Shape[]; width: number; height: number };
  about: Pick<ConfiguredMap, 'source' | 'licence' | 'reviewNumber'>;
  parts: OverviewPart[];
  into(part: OverviewPart): string | null;
}

/** The operator's own map: each division with its gravest warning and its pass rate, in words as well as by colour. */
export function DivisionMap({ drawn: { shapes, width, height }, about, parts, into }: Props) {
  const t = useOverviewTexts();
  return (
    <figure className="division-map">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose parts are links */}
      <svg viewBox={`-8 -8 ${width + 16} ${height + 16}`} role="group" aria-label={t('map')}>
        {shapes.map(({ divisionCode, path, middle: [x, y] }) => {
          const part = parts.find((each) => each.divisionCode === divisionCode);
          if (!part) return null;
          const to = into(part);
          const drawing = (
            <>
              <path className={`map-part ${part.warnings.highest ?? 'calm'}`} d={path} />
              <text x={x} y={y} textAnchor="middle">
                <tspan className="map-name">
                  <Division code={part.divisionCode} name={part.divisionName} />
                </tspan>
                <PartLines part={part} x={x} />
              </text>
            </>
          );
          return to === null ? (
            <g key={divisionCode}>{drawing}</g>
          ) : (
            <Link key={divisionCode} to={to}>
              {drawing}
            </Link>
          );
        })}
      </svg>
      <figcaption className="note">{t('mapAbout', about)}</figcaption>
    </figure>
  );
}

function PartLines({ part: { warnings, passRate }, x }: { part: OverviewPart; x: number }) {
  const t = useOverviewTexts();
  const word = useLevelWord();
  const level = warnings.highest && `${word(warnings.highest)} ${romans[warnings.highest as Level]} · `;
  return (
    <>
      <tspan x={x} dy="1.25em">
        {level}
        {warnings.total === 0 ? t('noWarnings') : t('openCount', { count: warnings.total })}
      </tspan>
      <tspan x={x} dy="1.25em">
        {passRate.share === null ? t('notJudged') : `${t('passRate')} ${percent(passRate.share)}`}
      </tspan>
    </>
  );
}
