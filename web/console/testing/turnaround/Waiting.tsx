import { useState } from 'react';
import { Link } from 'react-router';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { People } from '../../shared/People.tsx';
import { Section } from '../../shared/Section.tsx';
import { RelativeTime } from '../../shared/Time.tsx';
import { ProductName } from '../../standards/ProductName.tsx';
import { useSampleState } from '../words.ts';
import { useWaitingSamples } from './queries.ts';
import { useTurnaroundTexts, useWaitsFor, waitingStates } from './texts.ts';

/** The samples that are not reported on yet: what each waits for, and who has it. */
export function Waiting({ laboratory }: { laboratory: string | undefined }) {
  const t = useTurnaroundTexts();
  const stateWord = useSampleState();
  const waitsFor = useWaitsFor();
  const [state, setState] = useState<string>();
  const list = useWaitingSamples({ ...(laboratory && { laboratory }), ...(state && { state }) });
  return (
    <Section title={t('stillWaiting')}>
      <div className="filters">
        <Choice
          label={t('state')}
          value={state}
          options={waitingStates.map((value) => ({ value, label: stateWord(value) }))}
          onChange={setState}
        />
      </div>
      <DataTable
        caption={t('stillWaiting')}
        testId="waiting-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={t('noWaiting')}
        columns={[
          {
            key: 'number',
            title: t('number'),
            names: true,
            render: ({ id, number }) => <Link to={`/samples/${id}`}>{number}</Link>,
          },
          { key: 'product', title: t('product'), render: ({ productName }) => <ProductName name={productName} /> },
          { key: 'laboratory', title: t('laboratory'), render: (row) => row.laboratory ?? t('noLaboratory') },
          { key: 'waitsFor', title: t('waitsFor'), render: (row) => waitsFor(row.waitsFor) },
          { key: 'by', title: t('by'), render: ({ by }) => (by.length ? <People usernames={by} /> : t('nobody')) },
          { key: 'since', title: t('waitingSince'), render: ({ since }) => <RelativeTime at={since} /> },
          { key: 'drawnAt', title: t('drawnAt'), render: ({ drawnAt }) => <RelativeTime at={drawnAt} /> },
        ]}
      />
    </Section>
  );
}
