import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import type { InspectionPlan } from '../../api/types.ts';
import { useProducers } from '../../producers/queries.ts';
import { DataTable } from '../../shared/DataTable.tsx';
import { Facts } from '../../shared/Facts.tsx';
import { People } from '../../shared/People.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { Section } from '../../shared/Section.tsx';
import { Time } from '../../shared/Time.tsx';
import { useCheckDraw } from './queries.ts';
import { usePlanTexts } from './texts.ts';

type DrawRecord = NonNullable<InspectionPlan['draw']>;

/** What was drawn, from what, and how anybody comes to the same. */
export function Draw({ plan, draw }: { plan: InspectionPlan; draw: DrawRecord }) {
  const t = usePlanTexts();
  const check = useCheckDraw(plan.id);
  const { items } = useProducers({});
  const names = new Map(items.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => <Link to={`/producers/${id}`}>{names.get(id) ?? id}</Link>;
  const drawn = new Set(draw.result.map(({ producerId }) => producerId));
  const conflicting = plan.inspectors.filter(({ conflictsWith }) => conflictsWith.length > 0);
  return (
    <>
      <Section title={t('result')}>
        <DataTable
          caption={t('result')}
          testId="drawn-row"
          rows={draw.result}
          rowKey={({ producerId }) => producerId}
          empty={t('notDrawn')}
          columns={[
            { key: 'producer', title: t('producer'), names: true, render: ({ producerId }) => nameOf(producerId) },
            {
              key: 'inspectors',
              title: t('drawnInspectors'),
              render: ({ inspectors }) => <People usernames={inspectors} />,
            },
          ]}
        />
      </Section>
      <Section title={t('repeat')}>
        <Facts
          facts={[
            [t('seedTaken'), <code key="seed">{draw.seed}</code>],
            [t('seedSource'), draw.seedSource],
            [t('algorithm'), draw.algorithm],
            [t('by'), <People key="by" usernames={[draw.by]} />],
            [t('at'), <Time key="at" at={draw.at} />],
          ]}
        />
        <p className="note">{t('repeatHow', { count: plan.count })}</p>
        <div>
          <Button loading={check.isPending} onClick={() => check.mutate()}>
            {t('check')}
          </Button>
        </div>
        {check.error && <ProblemNote error={check.error} />}
        {check.data && (
          <Alert
            role="status"
            type={check.data.same ? 'success' : 'error'}
            showIcon
            title={t(check.data.same ? 'same' : 'different')}
          />
        )}
      </Section>
      <Section title={t('excluded')}>
        {conflicting.length === 0 && <p>{t('noConflicts')}</p>}
        <ul>
          {conflicting.map(({ username, conflictsWith }) => (
            <li key={username}>
              {t('conflictsOf', {
                who: username,
                count: conflictsWith.length,
                producers: conflictsWith.map((id) => names.get(id) ?? id).join('、'),
              })}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('candidates')}>
        <DataTable
          caption={t('candidates')}
          rows={draw.producers}
          rowKey={({ id }) => id}
          empty={t('notDrawn')}
          columns={[
            { key: 'producer', title: t('producer'), names: true, render: ({ id }) => nameOf(id) },
            { key: 'weight', title: t('weight'), align: 'end', render: ({ weight }) => String(weight) },
            { key: 'chosen', title: t('chosen'), render: ({ id }) => (drawn.has(id) ? t('yes') : null) },
          ]}
        />
      </Section>
    </>
  );
}
