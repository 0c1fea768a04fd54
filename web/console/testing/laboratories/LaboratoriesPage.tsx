import { Button } from 'antd';
import { useState } from 'react';
import type { Laboratory } from '../../api/types.ts';
import { useMay } from '../../identity/session.ts';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { People } from '../../shared/People.tsx';
import { SearchBox } from '../../shared/SearchBox.tsx';
import { Time } from '../../shared/Time.tsx';
import { useLaboratories } from './queries.ts';
import { RegisterDialog } from './RegisterDialog.tsx';
import { useLaboratoryTexts } from './texts.ts';

/** 检测机构: what their reports print of them, every registration, newest first. */
export function LaboratoriesPage() {
  const t = useLaboratoryTexts();
  const mayRegister = useMay()('laboratories:create');
  const { filters, setFilter, clear, any } = useAddressFilters({ laboratory: 'text' });
  const list = useLaboratories(filters);
  const [registering, setRegistering] = useState<{ before?: Laboratory }>();
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          mayRegister && (
            <Button type="primary" onClick={() => setRegistering({})}>
              {t('register')}
            </Button>
          )
        }
      />
      <p className="note">{t('hint')}</p>
      <Filters>
        <SearchBox
          label={t('laboratory')}
          value={filters.laboratory}
          onSearch={(value) => setFilter('laboratory', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="laboratory-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('none')} />}
        columns={[
          { key: 'laboratory', title: t('laboratory'), names: true, render: ({ laboratory }) => laboratory },
          { key: 'address', title: t('address'), render: ({ address }) => address },
          { key: 'accreditation', title: t('accreditation'), render: ({ accreditation }) => accreditation },
          { key: 'division', title: t('division'), render: ({ divisionCode }) => divisionCode },
          {
            key: 'registered',
            title: t('registered'),
            render: ({ registeredAt, registeredBy }) => (
              <>
                <Time at={registeredAt} />
                <div className="under">
                  <People usernames={[registeredBy]} />
                </div>
              </>
            ),
          },
          {
            key: 'steps',
            title: t('steps'),
            render: (before) =>
              mayRegister && (
                <Button size="small" onClick={() => setRegistering({ before })}>
                  {t('change')}
                </Button>
              ),
          },
        ]}
      />
      {registering && <RegisterDialog before={registering.before} onClose={() => setRegistering(undefined)} />}
    </>
  );
}
