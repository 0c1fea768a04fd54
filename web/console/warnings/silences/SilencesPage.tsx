import { App, Button } from 'antd';
import { useState } from 'react';
import type { WarningSilence } from '../../api/types.ts';
import { useMay } from '../../identity/session.ts';
import { useAllSites, useDivisionName } from '../../producers/queries.ts';
import { Chip } from '../../shared/Chip.tsx';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { People } from '../../shared/People.tsx';
import { Time } from '../../shared/Time.tsx';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { NewSilence } from './NewSilence.tsx';
import { useSilences, useSilenceVerbs } from './queries.ts';
import { useSilenceKind, useSilencesTexts } from './texts.ts';

const allowed = { inForce: ['true'] } as const;

/** Of which warnings nobody is told for a time, and why. */
export function SilencesPage() {
  const t = useSilencesTexts();
  const may = useMay();
  const kind = useSilenceKind();
  const divisionName = useDivisionName();
  const { data: sites = [] } = useAllSites();
  const { message } = App.useApp();
  const { filters, setFilter, clear, any } = useAddressFilters<'inForce'>(allowed);
  const list = useSilences(filters as { inForce?: 'true' });
  const { end } = useSilenceVerbs();
  const [making, setMaking] = useState(false);

  const ofWhat = ({ deviceId, siteId, metric, ruleId, divisionCode }: WarningSilence) =>
    [
      deviceId,
      siteId && (sites.find(({ id }) => id === siteId)?.name ?? siteId),
      metric,
      ruleId && `${t('rule')} ${ruleId}`,
      divisionName(divisionCode),
    ]
      .filter(Boolean)
      .join(' · ');

  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          may('warning-silences:create') && (
            <Button type="primary" onClick={() => setMaking(true)}>
              {t('newSilence')}
            </Button>
          )
        }
      />
      <p className="note">{t('hint')}</p>
      <Filters>
        <Choice
          label={t('onlyInForce')}
          value={filters.inForce}
          options={[{ value: 'true', label: t('yes') }]}
          onChange={(value) => setFilter('inForce', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="silence-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('none')} />}
        columns={[
          {
            key: 'what',
            title: t('what'),
            names: true,
            render: (silence) => (
              <>
                {ofWhat(silence)}
                <div className="under">{silence.reason}</div>
              </>
            ),
          },
          { key: 'kind', title: t('kind'), render: (silence) => kind(silence.kind) },
          { key: 'from', title: t('from'), render: ({ from }) => <Time at={from} /> },
          { key: 'until', title: t('until'), render: ({ until, endedAt }) => <Time at={endedAt ?? until} /> },
          { key: 'by', title: t('by'), render: ({ createdBy }) => <People usernames={[createdBy]} /> },
          {
            key: 'state',
            title: t('state'),
            render: ({ inForce }) => (
              <Chip tone={inForce ? 'busy' : 'neutral'}>{t(inForce ? 'inForce' : 'notInForce')}</Chip>
            ),
          },
          {
            key: 'verbs',
            title: t('steps'),
            render: (silence) =>
              silence.endedAt === undefined && (
                <VerbButton
                  verb="end"
                  record={silence}
                  onClick={async () => {
                    await end.mutateAsync(silence.id);
                    message.success(t('ended'));
                  }}
                >
                  {t('end')}
                </VerbButton>
              ),
          },
        ]}
      />
      {making && <NewSilence onClose={() => setMaking(false)} />}
    </>
  );
}
