import { DataTable } from '../shared/DataTable.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { ProductName } from '../standards/ProductName.tsx';
import { useRisks } from './queries.ts';
import { percent } from './Share.tsx';
import { useAssessmentTexts } from './texts.ts';

/** 风险排序: product × substance. */
export function RisksPage() {
  const t = useAssessmentTexts();
  const list = useRisks();
  return (
    <>
      <PageHeading title={t('risks')} />
      <p className="note">{t('risksHint')}</p>
      <DataTable
        caption={t('risks')}
        testId="risk-row"
        rows={list.items}
        rowKey={({ product, substance }) => `${product}|${substance}`}
        list={list}
        empty={t('noRisks')}
        columns={[
          { key: 'product', title: t('product'), names: true, render: ({ product }) => <ProductName name={product} /> },
          { key: 'substance', title: t('substance'), render: ({ substance }) => substance },
          {
            key: 'above',
            title: t('aboveLimit'),
            align: 'end',
            render: ({ aboveLimit, judged }) => `${aboveLimit} / ${judged}`,
          },
          {
            key: 'share',
            title: t('share'),
            align: 'end',
            render: ({ shareAboveLimit, interval }) =>
              shareAboveLimit !== null &&
              interval &&
              `${percent(shareAboveLimit)} (${percent(interval.lower)}–${percent(interval.upper)})`,
          },
          {
            key: 'quantified',
            title: t('quantified'),
            align: 'end',
            render: ({ shareQuantified }) => percent(shareQuantified),
          },
        ]}
      />
    </>
  );
}
