import { Button, Result } from 'antd';
import { useSyncExternalStore } from 'react';
import { Problem } from '../api/problem.ts';
import { Parts } from '../assessment/overview/Parts.tsx';
import { percent } from '../assessment/overview/texts.ts';
import { useDivisionName } from '../producers/queries.ts';
import { writeExactTime } from '../shared/format.ts';
import { LanguageButton } from '../shared/LanguageButton.tsx';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { RelativeTime, useNow } from '../shared/Time.tsx';
import { useLanguage } from '../shared/texts.ts';
import { LevelChip } from '../warnings/LevelChip.tsx';
import { useWarningKind } from '../warnings/rule-words.ts';
import { refreshMs, useWall } from './queries.ts';
import { useWallTexts } from './texts.ts';
import { monthsOf, pointsOf } from './trend.ts';
import { WallTile } from './WallTile.tsx';
import '../assessment/overview/overview.css';
import './wall.css';

/** 大屏: for the wall of a duty room, with a read-only token of its own in the address. Names nobody. */
export function WallPage() {
  const t = useWallTexts();
  const token = useSyncExternalStore(followAddress, () => decodeURIComponent(location.hash.slice(1)));
  if (!token) return <Result status="info" title={t('noToken')} subTitle={t('howToken')} />;
  return <Wall token={token} key={token} />;
}

function followAddress(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

function Wall({ token }: { token: string }) {
  const t = useWallTexts();
  const language = useLanguage();
  const now = useNow();
  const kind = useWarningKind();
  const divisionName = useDivisionName();
  const { overview, warnings, trend, map } = useWall(token);
  if (overview.error instanceof Problem && overview.error.status === 401)
    return (
      <div role="alert">
        <Result status="warning" title={t('deadToken')} subTitle={t('howToken')} />
      </div>
    );
  const { data } = overview;
  const whole = data?.division;
  return (
    <main className="wall">
      <header className="wall-head">
        <h1>
          {whole ? t('title', { name: divisionName(whole.divisionCode, whole.divisionName) }) : t('titleUnknown')}
        </h1>
        <p>{writeExactTime(new Date(now).toISOString(), language)}</p>
        <LanguageButton />
        <Button onClick={() => void document.documentElement.requestFullscreen()}>{t('full')}</Button>
      </header>
      <WallTile title={t('counties')} area="counties" data={overview} refreshMs={refreshMs.overview}>
        {!data && overview.error && <ProblemNote error={overview.error} />}
        {data && <Parts parts={data.items} map={map.data?.map} into={() => null} besideMap={false} />}
      </WallTile>
      <WallTile title={t('warnings')} area="warnings" data={warnings} refreshMs={refreshMs.warnings}>
        {warnings.data?.length === 0 && <p className="wall-figure">{t('noWarnings')}</p>}
        <ol className="wall-warnings">
          {warnings.data?.map((warning) => (
            <li key={warning.id} data-testid="wall-warning">
              <LevelChip level={warning.level} />
              <span>{kind(warning.kind)}</span>
              <span className="under">
                {divisionName(warning.divisionCode, warning.divisionName)} · <RelativeTime at={warning.openedAt} />
              </span>
            </li>
          ))}
        </ol>
      </WallTile>
      <WallTile title={t('passRate')} area="rate" data={trend} refreshMs={refreshMs.trend}>
        {whole && (
          <p className="wall-figure">
            {whole.passRate.share === null ? t('notJudged') : percent(whole.passRate.share)}
          </p>
        )}
        {whole?.passRate.interval && (
          <p className="under">
            {t('interval', {
              lower: percent(whole.passRate.interval.lower),
              upper: percent(whole.passRate.interval.upper),
              n: whole.passRate.n,
            })}
          </p>
        )}
        <Trend rates={trend.data?.items ?? []} />
      </WallTile>
      <WallTile title={t('sampling')} area="sampling" data={overview} refreshMs={refreshMs.overview}>
        {whole && (
          <>
            <p className="wall-figure">{t('samplingOf', whole.sampling)}</p>
            <progress value={whole.sampling.published} max={Math.max(1, whole.sampling.drawn)} aria-hidden="true" />
            <p className="under">{t('samplingMore', whole.sampling)}</p>
          </>
        )}
      </WallTile>
      <WallTile title={t('devices')} area="devices" data={overview} refreshMs={refreshMs.overview}>
        {whole && (
          <>
            <p className="wall-figure">{t('devicesOf', whole.devices)}</p>
            <progress value={whole.devices.online} max={Math.max(1, whole.devices.total)} aria-hidden="true" />
            <p className="under">
              {t('devicesMore', { offline: whole.devices.offline, never: whole.devices.neverConnected })}
            </p>
          </>
        )}
      </WallTile>
    </main>
  );
}

const box = { width: 300, height: 60 };

function Trend({ rates }: { rates: Parameters<typeof monthsOf>[0] }) {
  const t = useWallTexts();
  const months = monthsOf(rates);
  if (months.length < 2) return null;
  const points = pointsOf(months, box.width, box.height);
  const described = months.map(({ month, share }) => `${month} ${percent(share)}`).join(', ');
  return (
    <figure>
      <svg
        viewBox={`-6 -6 ${box.width + 12} ${box.height + 12}`}
        role="img"
        aria-label={t('trendDescribed', { months: described })}
      >
        <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} fill="none" className="wall-line" />
        {points.map(({ x, y }, index) => (
          <circle key={months[index]?.month} cx={x} cy={y} r="3" className="wall-dot" />
        ))}
      </svg>
      <figcaption className="under">
        {t('trend')} · {months[0]?.month} – {months.at(-1)?.month}
      </figcaption>
    </figure>
  );
}
