import { answerOf, api } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import type { SecurityEvent } from '../api/types.ts';
import { Choice } from '../shared/Choice.tsx';
import { chosen, useCursorList } from '../shared/cursor-list.ts';
import { DataTable, EmptyText } from '../shared/DataTable.tsx';
import { useAddressFilters } from '../shared/filters/address-filters.ts';
import { Filters } from '../shared/filters/Filters.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { SearchBox } from '../shared/SearchBox.tsx';
import { Time } from '../shared/Time.tsx';
import { defineTexts, useLanguage, useTexts, useWords } from '../shared/texts.ts';
import { eventDetail } from './event-details.ts';
import { ProgramName } from './ProgramName.tsx';

type EventQuery = NonNullable<paths['/api/v1/security-events']['get']['parameters']['query']>;

const texts = defineTexts('security-events', {
  zh: {
    title: '安全事件',
    at: '时间',
    kind: '事件',
    username: '用户名',
    address: '来源地址',
    device: '设备',
    detail: '说明',
    nobody: '没有此用户',
    nothing: '还没有安全事件。',
  },
  en: {
    title: 'Security events',
    at: 'Time',
    kind: 'Event',
    username: 'User name',
    address: 'Address',
    device: 'Device',
    detail: 'Detail',
    nobody: 'nobody by that name',
    nothing: 'No security events yet.',
  },
});

const kinds: Record<SecurityEvent['kind'], { zh: string; en: string }> = {
  'signed-in': { zh: '登录成功', en: 'signed in' },
  'sign-in-failed': { zh: '登录失败', en: 'sign-in failed' },
  'sign-in-blocked': { zh: '登录被限', en: 'sign-in blocked' },
  'code-failed': { zh: '验证码错误', en: 'code failed' },
  'recovery-code-used': { zh: '使用恢复码', en: 'recovery code used' },
  'single-sign-on-failed': { zh: '统一认证失败', en: 'single sign-on failed' },
  'signed-out': { zh: '退出登录', en: 'signed out' },
  'sessions-ended': { zh: '登录被结束', en: 'sessions ended' },
  'block-cleared': { zh: '解除等待', en: 'wait lifted' },
};
const kindNames = Object.keys(kinds);

const allowedFilters = { kind: kindNames, username: 'text' } as const;

/** Sign-ins, failures and blocks, the newest first. */
export function SecurityEventsPage() {
  const t = useTexts(texts);
  const kindName = useWords(kinds);
  const language = useLanguage();
  const { filters, setFilter, clear, any } = useAddressFilters(allowedFilters);
  const list = useCursorList<SecurityEvent>(['security-events', filters], (cursor) =>
    answerOf(api.GET('/api/v1/security-events', { params: { query: chosen({ ...filters, cursor }) as EventQuery } })),
  );
  return (
    <>
      <PageHeading title={t('title')} />
      <Filters>
        <SearchBox label={t('username')} value={filters.username} onSearch={(value) => setFilter('username', value)} />
        <Choice
          label={t('kind')}
          value={filters.kind}
          options={kindNames.map((value) => ({ value, label: kindName(value) }))}
          onChange={(value) => setFilter('kind', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          { key: 'at', title: t('at'), names: true, render: ({ at }) => <Time at={at} /> },
          { key: 'kind', title: t('kind'), render: ({ kind }) => kindName(kind) },
          { key: 'username', title: t('username'), render: ({ username }) => username ?? t('nobody') },
          { key: 'address', title: t('address'), render: ({ address }) => address },
          { key: 'detail', title: t('detail'), render: ({ detail }) => detail && eventDetail(detail, language) },
          {
            key: 'device',
            title: t('device'),
            render: ({ device }) => device && <ProgramName userAgent={device} />,
          },
        ]}
      />
    </>
  );
}
