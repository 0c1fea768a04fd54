import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form } from 'antd';
import { answerOf, api } from '../../api/client.ts';
import { sessionKey } from '../../api/query-client.ts';
import type { components } from '../../api/schema.d.ts';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { ManyField } from '../../shared/ManyField.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { roleNames, useRoleName } from '../roles.ts';
import { useUsersTexts } from './texts.ts';

type Policy = components['schemas']['SignInPolicy'];

/** Which roles need a second factor. It may ask for one's own at once, so the session is read anew. */
export function SignInPolicy({ onClose }: { onClose: () => void }) {
  const t = useUsersTexts();
  const roleName = useRoleName();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { data, error, refetch } = useQuery({
    queryKey: ['sign-in-policy'],
    gcTime: 0,
    queryFn: () => answerOf(api.GET('/api/v1/sign-in-policy')),
  });
  if (error) return <ProblemNote error={error} retry={refetch} />;
  if (!data) return null;
  return (
    <FormDialog<Policy>
      open
      title={t('policy')}
      submitText={t('save')}
      initialValues={data}
      onClose={onClose}
      onSubmit={async (body) => {
        await answerOf(api.POST('/api/v1/sign-in-policy', { body }));
        message.success(t('policySaved'));
        await client.invalidateQueries({ queryKey: sessionKey });
      }}
    >
      <Form.Item name="secondFactorRoles" label={t('policyHint')}>
        <ManyField label={t('policyHint')} options={roleNames.map((value) => ({ value, label: roleName(value) }))} />
      </Form.Item>
    </FormDialog>
  );
}
