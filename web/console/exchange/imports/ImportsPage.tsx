import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../identity/session.ts';
import { DataTable } from '../../shared/DataTable.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { People } from '../../shared/People.tsx';
import { Time } from '../../shared/Time.tsx';
import { ImportChip } from './ImportChip.tsx';
import { NewImport } from './NewImport.tsx';
import { useImports } from './queries.ts';
import { useImportTexts, useRegisterName } from './texts.ts';

/** Tables that are or were loaded into registers. */
export function ImportsPage() {
  const t = useImportTexts();
  const registerName = useRegisterName();
  const may = useMay();
  const list = useImports();
  const [making, setMaking] = useState(false);
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          may('register-imports:create') && (
            <Button type="primary" onClick={() => setMaking(true)}>
              {t('newImport')}
            </Button>
          )
        }
      />
      <p className="note">{t('hint')}</p>
      <DataTable
        caption={t('title')}
        testId="import-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={t('none')}
        columns={[
          {
            key: 'register',
            title: t('register'),
            names: true,
            render: ({ id, register }) => <Link to={`/register-imports/${id}`}>{registerName(register)}</Link>,
          },
          { key: 'at', title: t('at'), render: ({ createdAt }) => <Time at={createdAt} /> },
          { key: 'by', title: t('by'), render: ({ createdBy }) => <People usernames={[createdBy]} /> },
          { key: 'rows', title: t('progress'), render: ({ done, rows }) => t('ofRows', { done, rows }) },
          { key: 'state', title: t('state'), render: ({ state }) => <ImportChip state={state} /> },
        ]}
      />
      {making && <NewImport onClose={() => setMaking(false)} />}
    </>
  );
}
