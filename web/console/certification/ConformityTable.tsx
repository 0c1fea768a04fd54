import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ConformityCertificate } from '../api/types.ts';
import type { CursorList } from '../shared/cursor-list.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { writeQuantity } from '../shared/format.ts';
import { Time } from '../shared/Time.tsx';
import { useBilingual, useLanguage } from '../shared/texts.ts';
import { ProductName } from '../standards/ProductName.tsx';
import { Actions } from './Actions.tsx';
import { StateChip } from './StateChip.tsx';
import { useCertificationTexts } from './texts.ts';

export function ConformityTable({ list, empty }: { list: CursorList<ConformityCertificate>; empty: ReactNode }) {
  const t = useCertificationTexts();
  const bilingual = useBilingual();
  const language = useLanguage();
  return (
    <DataTable
      caption={t('title')}
      testId="conformity-row"
      rows={list.items}
      rowKey={({ id }) => id}
      list={list}
      empty={empty}
      columns={[
        { key: 'number', title: t('number'), names: true, render: ({ number }) => number },
        {
          key: 'batch',
          title: t('batch'),
          render: ({ batchCode }) => <Link to={`/batches/${encodeURIComponent(batchCode)}`}>{batchCode}</Link>,
        },
        {
          key: 'product',
          title: t('product'),
          render: ({ productName, producerName }) => (
            <>
              <ProductName name={productName} />
              <div className="under">{producerName}</div>
            </>
          ),
        },
        { key: 'quantity', title: t('quantity'), render: ({ quantity }) => writeQuantity(quantity, language) },
        {
          key: 'bases',
          title: t('bases'),
          render: ({ bases }) =>
            bases
              .filter(({ ticked }) => ticked)
              .map(({ text }) => bilingual(text))
              .join(language === 'zh' ? '、' : ', '),
        },
        { key: 'state', title: t('state'), render: ({ state }) => <StateChip state={state} /> },
        { key: 'issuedAt', title: t('issuedAt'), render: ({ issuedAt }) => <Time at={issuedAt} /> },
        { key: 'actions', title: '', render: (certificate) => <Actions certificate={certificate} /> },
      ]}
    />
  );
}
