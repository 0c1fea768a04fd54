import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { DataTable } from '../../shared/DataTable.tsx';
import { writeQuantity } from '../../shared/format.ts';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { Section } from '../../shared/Section.tsx';
import { useLanguage } from '../../shared/texts.ts';
import { ProductName } from '../../standards/ProductName.tsx';
import { useRecallScope } from './queries.ts';
import { useRecallTexts } from './texts.ts';

/** Every lot below, who holds it and in what, as things stand now. */
export function RecallScope({ id }: { id: string }) {
  const t = useRecallTexts();
  const language = useLanguage();
  const { data: scope, error, refetch } = useRecallScope(id);
  return (
    <Section title={t('scope')}>
      {!scope && (error ? <ProblemNote error={error} retry={() => refetch()} /> : <Skeleton active />)}
      {scope && (
        <>
          <p>{t('scopeCount', { batches: scope.batches.length, holders: scope.holders })}</p>
          <DataTable
            caption={t('scope')}
            testId="scope-row"
            rows={scope.batches}
            rowKey={({ batchCode }) => batchCode}
            empty={null}
            columns={[
              {
                key: 'batch',
                title: t('batch'),
                names: true,
                render: ({ batchCode }) => <Link to={`/batches/${encodeURIComponent(batchCode)}`}>{batchCode}</Link>,
              },
              { key: 'product', title: t('product'), render: ({ productName }) => <ProductName name={productName} /> },
              { key: 'holder', title: t('holder'), render: ({ holderName }) => holderName },
              {
                key: 'quantity',
                title: t('quantity'),
                align: 'end',
                render: ({ quantity }) => writeQuantity(quantity, language),
              },
              { key: 'containers', title: t('containers'), render: ({ containers }) => containers.join(' ') },
            ]}
          />
          {scope.unknown.length > 0 && (
            <p className="note">
              {t('unknown')} {scope.unknown.join(' ')}
            </p>
          )}
        </>
      )}
    </Section>
  );
}
