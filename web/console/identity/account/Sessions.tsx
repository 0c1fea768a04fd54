import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { answerOf, api } from '../../api/client.ts';
import type { OwnSession } from '../../api/types.ts';
import { Chip } from '../../shared/Chip.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { Section } from '../../shared/Section.tsx';
import { RelativeTime, Time } from '../../shared/Time.tsx';
import { ProgramName } from '../ProgramName.tsx';
import { useSignOut } from '../session.ts';
import { useAccountTexts } from './texts.ts';

const key = ['own-sessions'];

export function Sessions() {
  const t = useAccountTexts();
  const client = useQueryClient();
  const { message } = App.useApp();
  const signOut = useSignOut();
  const list = useQuery({
    queryKey: key,
    queryFn: async (): Promise<OwnSession[]> => (await answerOf(api.GET('/api/v1/sessions'))).items,
  });
  const end = useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => message.success(t('ended')),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  return (
    <Section
      title={t('sessions')}
      actions={
        <Button danger loading={signOut.isPending} onClick={() => signOut.mutate('everywhere')}>
          {t('everywhere')}
        </Button>
      }
    >
      <p className="note">{t('sessionsHint')}</p>
      <DataTable
        caption={t('sessions')}
        testId="session-row"
        rows={list.data ?? []}
        rowKey={({ id }) => id}
        list={list}
        empty={t('noSessions')}
        columns={[
          {
            key: 'device',
            title: t('device'),
            names: true,
            render: ({ device }) => (device ? <ProgramName userAgent={device} /> : t('unknownDevice')),
          },
          { key: 'address', title: t('address'), render: ({ address }) => address },
          { key: 'began', title: t('began'), render: ({ createdAt }) => <Time at={createdAt} /> },
          { key: 'used', title: t('lastUsed'), render: ({ lastUsedAt }) => <RelativeTime at={lastUsedAt} /> },
          {
            key: 'end',
            title: t('end'),
            render: ({ id, current }) =>
              current ? (
                <Chip tone="good">{t('thisOne')}</Chip>
              ) : (
                <Button onClick={() => end.mutate(id)}>{t('end')}</Button>
              ),
          },
        ]}
      />
    </Section>
  );
}
