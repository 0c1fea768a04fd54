import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { Division } from '../../producers/Division.tsx';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { SearchBox } from '../../shared/SearchBox.tsx';
import { useRoleName } from '../roles.ts';
import { useMay } from '../session.ts';
import { useUsers } from './queries.ts';
import { useUsersTexts } from './texts.ts';
import { UserMarks } from './UserMarks.tsx';

const CreateUser = lazy(async () => ({ default: (await import('./CreateUser.tsx')).CreateUser }));
const SignInPolicy = lazy(async () => ({ default: (await import('./SignInPolicy.tsx')).SignInPolicy }));

const states = ['enabled', 'disabled'] as const;
const allowedFilters = { username: 'text', state: states } as const;

/** The accounts of the own division. */
export function UsersPage() {
  const t = useUsersTexts();
  const may = useMay();
  const roleName = useRoleName();
  const { filters, setFilter, clear, any } = useAddressFilters(allowedFilters);
  const list = useUsers(filters);
  const [open, setOpen] = useState<'create' | 'policy' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          <>
            {may('sign-in-policy:update') && <Button onClick={() => setOpen('policy')}>{t('policy')}</Button>}
            {may('users:create') && (
              <Button type="primary" onClick={() => setOpen('create')}>
                {t('create')}
              </Button>
            )}
          </>
        }
      />
      <Filters>
        <SearchBox
          label={t('searchName')}
          value={filters.username}
          onSearch={(value) => setFilter('username', value)}
        />
        <Choice
          label={t('state')}
          value={filters.state}
          options={states.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => setFilter('state', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="user-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          {
            key: 'name',
            title: t('name'),
            names: true,
            render: ({ id, displayName, username }) => (
              <>
                <Link to={`/users/${id}`}>{displayName}</Link>
                <div className="under">{username}</div>
              </>
            ),
          },
          { key: 'roles', title: t('roles'), render: ({ roles }) => roles.map(roleName).join(' · ') },
          {
            key: 'division',
            title: t('division'),
            render: ({ divisionCode, divisionName }) => <Division code={divisionCode} name={divisionName} />,
          },
          { key: 'state', title: t('state'), render: (user) => <UserMarks user={user} /> },
        ]}
      />
      <Suspense>
        {open === 'create' && <CreateUser onClose={close} />}
        {open === 'policy' && <SignInPolicy onClose={close} />}
      </Suspense>
    </>
  );
}
