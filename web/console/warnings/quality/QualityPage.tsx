import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { answerOf, api } from '../../api/client.ts';
import type { WarningQuality } from '../../api/types.ts';
import { Chip, type Tone } from '../../shared/Chip.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { Facts } from '../../shared/Facts.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { InputBox } from '../../shared/InputBox.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { Section } from '../../shared/Section.tsx';
import { useBilingual, useWithEnglish } from '../../shared/texts.ts';
import { LevelChip } from '../LevelChip.tsx';
import { useWarningKind } from '../rule-words.ts';
import { useBurden, useQualityTexts } from './texts.ts';

const allowed = { from: 'text', to: 'text', officers: 'text' } as const;
const tones: Record<WarningQuality['burden'], Tone> = { acceptable: 'good', manageable: 'caution', 'too-many': 'bad' };

const percent = (share: number) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
/** From the first moment of a day here to the last; what is no date is left to the server's own choice. */
const dayStart = (day: string | undefined) =>
  day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00`).toISOString() : undefined;

/** Whether the warnings are such that people still look at them. */
export function QualityPage() {
  const t = useQualityTexts();
  const { filters, setFilter } = useAddressFilters<'from' | 'to' | 'officers'>(allowed);
  const [from, to] = [dayStart(filters.from), dayStart(filters.to)];
  const officers = Number(filters.officers) > 0 ? Math.floor(Number(filters.officers)) : 1;
  const query = { officers, ...(from && { from }), ...(to && { to }) };
  const { data, error, refetch } = useQuery({
    queryKey: ['warning-quality', query],
    queryFn: () => answerOf(api.GET('/api/v1/warnings/quality', { params: { query } })),
  });
  const exported = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          <a href={`/api/v1/warnings/quality.csv?${exported}`} download>
            {t('csv')}
          </a>
        }
      />
      <p className="note">{t('hint')}</p>
      <Filters>
        <InputBox label={t('from')} value={filters.from} onChange={(value) => setFilter('from', value)} />
        <InputBox label={t('to')} value={filters.to} onChange={(value) => setFilter('to', value)} />
        <InputBox
          label={t('officers')}
          type="number"
          value={filters.officers ?? '1'}
          onChange={(value) => setFilter('officers', value)}
        />
      </Filters>
      {error && <ProblemNote error={error} retry={() => refetch()} />}
      {!data && !error && <Skeleton active />}
      {data && <Figures quality={data} />}
    </>
  );
}

function Figures({ quality }: { quality: WarningQuality }) {
  const t = useQualityTexts();
  const bilingual = useBilingual();
  const burden = useBurden();
  const kind = useWarningKind();
  const words = useWithEnglish();
  return (
    <>
      {!quality.enoughDays && <p className="note">{t('days')}</p>}
      {quality.truncated && <p className="note">{t('truncated')}</p>}
      <Facts
        facts={[
          [t('alarms'), quality.alarms],
          [t('rate'), quality.perOfficerTenMinutes.toFixed(2)],
          [t('busiest'), quality.busiestTenMinutes],
          [
            t('burden'),
            <Chip key="burden" tone={tones[quality.burden]}>
              {burden(quality.burden)}
            </Chip>,
          ],
          [t('flood'), percent(quality.floodShare)],
          [t('chattering'), quality.chattering],
          [t('stale'), quality.stale],
          [t('source'), bilingual(quality.source)],
        ]}
      />
      <Section title={t('levels')}>
        <DataTable
          caption={t('levels')}
          rows={quality.levels}
          rowKey={({ level }) => level}
          empty={t('none')}
          columns={[
            { key: 'level', title: t('levels'), names: true, render: ({ level }) => <LevelChip level={level} /> },
            { key: 'count', title: t('count'), align: 'end', render: ({ count }) => count },
            { key: 'share', title: t('share'), render: ({ share }) => <Bar share={share} /> },
          ]}
        />
      </Section>
      <Section title={t('worst')}>
        <DataTable
          caption={t('worst')}
          testId="worst-rule"
          rows={quality.worst}
          rowKey={(row) => `${row.kind}|${row.ruleId ?? ''}`}
          empty={t('none')}
          columns={[
            {
              key: 'what',
              title: t('what'),
              names: true,
              render: (row) => words(row.ruleName, row.ruleNameEn) ?? kind(row.kind),
            },
            { key: 'count', title: t('count'), align: 'end', render: ({ count }) => count },
            { key: 'share', title: t('share'), render: ({ share }) => <Bar share={share} /> },
            { key: 'false', title: t('falseAlarms'), align: 'end', render: ({ falseAlarms }) => falseAlarms },
          ]}
        />
      </Section>
    </>
  );
}

/** A share to look at; the number beside it says the same. */
function Bar({ share }: { share: number }) {
  return (
    <span className="share">
      <meter min={0} max={1} value={share} aria-label={percent(share)} />
      {percent(share)}
    </span>
  );
}
