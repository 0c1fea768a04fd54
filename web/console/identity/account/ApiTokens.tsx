import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import type { ApiToken } from '../../api/types.ts';
import { CopyButton } from '../../shared/CopyButton.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { ManyField } from '../../shared/ManyField.tsx';
import { Section } from '../../shared/Section.tsx';
import { ShownOnce } from '../../shared/ShownOnce.tsx';
import { RelativeTime, Time } from '../../shared/Time.tsx';
import { useLanguage } from '../../shared/texts.ts';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { permissionInWords } from '../permission-words.ts';
import { useSession } from '../session.ts';
import { useAccountTexts } from './texts.ts';

const key = ['api-tokens'];

export function ApiTokens() {
  const t = useAccountTexts();
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [making, setMaking] = useState(false);
  const list = useQuery({
    queryKey: key,
    queryFn: async (): Promise<ApiToken[]> => (await answerOf(api.GET('/api/v1/api-tokens'))).items,
  });
  const revoke = useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/v1/api-tokens/{id}', { params: { path: { id } } })),
    onSuccess: () => message.success(t('revoked')),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  return (
    <Section title={t('tokens')} actions={<Button onClick={() => setMaking(true)}>{t('newToken')}</Button>}>
      <p className="note">{t('tokensHint')}</p>
      <DataTable
        caption={t('tokens')}
        testId="token-row"
        rows={list.data ?? []}
        rowKey={({ id }) => id}
        list={list}
        empty={t('noTokens')}
        columns={[
          { key: 'name', title: t('tokenName'), names: true, render: ({ name }) => name },
          {
            key: 'scope',
            title: t('scope'),
            render: ({ scope }) => scope.map((right) => permissionInWords(right, language)).join('; '),
          },
          { key: 'expires', title: t('expires'), render: ({ expiresAt }) => <Time at={expiresAt} /> },
          {
            key: 'used',
            title: t('lastUsed'),
            render: ({ lastUsedAt }) => (lastUsedAt ? <RelativeTime at={lastUsedAt} /> : t('neverUsed')),
          },
          {
            key: 'revoke',
            title: t('revoke'),
            render: ({ id }) => <Button onClick={() => revoke.mutate(id)}>{t('revoke')}</Button>,
          },
        ]}
      />
      {making && <NewToken onClose={() => setMaking(false)} />}
    </Section>
  );
}

interface Values {
  name: string;
  scope: string[];
  expiresInDays: number;
}

function NewToken({ onClose }: { onClose: () => void }) {
  const t = useAccountTexts();
  const shared = useSharedTexts();
  const language = useLanguage();
  const client = useQueryClient();
  const { data: user } = useSession();
  const [token, setToken] = useState<string | null>(null);
  const required = { required: true, message: shared('required') };
  if (token)
    return (
      <ShownOnce title={t('tokenOnce')} hint={t('tokenOnceHint')} done={t('tokenKept')} onClose={onClose}>
        <p>
          <code className="secret" data-testid="api-token">
            {token}
          </code>
        </p>
        <CopyButton text={token} label={t('copyToken')} />
      </ShownOnce>
    );
  return (
    <FormDialog<Values>
      open
      title={t('newToken')}
      submitText={t('create')}
      initialValues={{ expiresInDays: 90 }}
      onClose={onClose}
      onDone={() => {}}
      onSubmit={async (body) => {
        setToken((await answerOf(api.POST('/api/v1/api-tokens', { body }))).token);
        client.invalidateQueries({ queryKey: key });
      }}
    >
      <Form.Item name="name" label={t('tokenName')} extra={t('tokenNameHint')} rules={[required]}>
        <Input autoFocus maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="expiresInDays" label={t('days')} rules={[required]}>
        <InputNumber min={1} max={366} precision={0} />
      </Form.Item>
      <Form.Item name="scope" label={t('scope')} rules={[required]}>
        <ManyField
          label={t('scope')}
          options={(user?.permissions ?? []).map((value) => ({ value, label: permissionInWords(value, language) }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
