import { Skeleton } from 'antd';
import { Link } from 'react-router';
import type { OverviewPart } from '../../api/types.ts';
import { useMay } from '../../identity/session.ts';
import { useDivisionName } from '../../producers/queries.ts';
import { Choice } from '../../shared/Choice.tsx';
import { Facts } from '../../shared/Facts.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { Section } from '../../shared/Section.tsx';
import { Time } from '../../shared/Time.tsx';
import { planNames, usePlanWord } from '../../testing/words.ts';
import { StreamStateChip } from '../../warnings/StreamStateChip.tsx';
import { Parts } from './Parts.tsx';
import { PartsTable } from './PartsTable.tsx';
import './overview.css';
import { useConfiguredMap, useOverview } from './queries.ts';
import { percent, useOverviewTexts } from './texts.ts';

const allowed = { division: 'text', planKind: planNames } as const;

/** Where a regulator begins: the city's counties, then a county's towns. */
export function OverviewPage() {
  const t = useOverviewTexts();
  const planKind = usePlanWord();
  const { filters, setFilter } = useAddressFilters<'division' | 'planKind'>(allowed);
  const { data, error, refetch } = useOverview(filters);
  const { data: configured } = useConfiguredMap();
  const may = useMay();
  const divisionName = useDivisionName();

  const above = filters.division && (
    <Link to={filters.planKind ? `/overview?planKind=${filters.planKind}` : '/overview'}>{t('whole')}</Link>
  );
  const into = ({ divisionCode, level }: OverviewPart): string | null => {
    if (level === 'town') return null;
    const query = new URLSearchParams({ division: divisionCode });
    if (filters.planKind) query.set('planKind', filters.planKind);
    return `/overview?${query}`;
  };
  return (
    <>
      <PageHeading
        title={
          data
            ? t('titleOf', { name: divisionName(data.division.divisionCode, data.division.divisionName) })
            : t('title')
        }
        above={above}
        marks={<StreamStateChip />}
        actions={may('warnings:read') && <Link to="/warnings">{t('toWarnings')}</Link>}
      />
      <Filters>
        <Choice
          label={t('planKind')}
          value={filters.planKind}
          options={planNames.map((value) => ({ value, label: planKind(value) }))}
          onChange={(value) => setFilter('planKind', value)}
        />
      </Filters>
      {error && <ProblemNote error={error} retry={() => refetch()} />}
      {!data && !error && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {data && (
        <>
          <Whole part={data.division} asOf={data.asOf} from={data.from} />
          <div className="overview-parts">
            {data.items.length > 0 && (
              <Section title={t(data.division.level === 'city' ? 'counties' : 'parts')}>
                <Parts parts={data.items} map={configured?.map} into={into} />
              </Section>
            )}
            <Section title={t('table')}>
              <PartsTable parts={data.items} caption={t('table')} to={into} />
            </Section>
          </div>
        </>
      )}
    </>
  );
}

function Whole({ part, asOf, from }: { part: OverviewPart; asOf: string; from: string }) {
  const t = useOverviewTexts();
  const { warnings, passRate, sampling, devices } = part;
  return (
    <>
      <Facts
        facts={[
          [t('open'), warnings.total === 0 ? t('noWarnings') : t('openCount', { count: warnings.total })],
          [
            t('passRate'),
            passRate.share === null || passRate.interval === null
              ? t('notJudged')
              : `${percent(passRate.share)} · ${t('intervalOf', { lower: percent(passRate.interval.lower), upper: percent(passRate.interval.upper), n: passRate.n })}`,
          ],
          [
            t('sampling'),
            t('samplingLong', {
              drawn: sampling.drawn,
              published: sampling.published,
              open: sampling.open,
              ended: sampling.ended,
            }),
          ],
          [
            t('devices'),
            t('devicesLong', {
              total: devices.total,
              online: devices.online,
              offline: devices.offline,
              never: devices.neverConnected,
            }),
          ],
          [t('since'), <Time key="from" at={from} />],
          [t('asOf'), <Time key="asOf" at={asOf} />],
        ]}
      />
      {passRate.mixedPlanKinds && <p className="note">{t('mixed')}</p>}
    </>
  );
}
