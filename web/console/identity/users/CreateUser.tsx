import { Form, Input } from 'antd';
import { useState } from 'react';
import { ProducerPicker } from '../../producers/ProducerPicker.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { useSession } from '../session.ts';
import { OneTimePassword } from './OneTimePassword.tsx';
import { type NewUser, useCreateUser } from './queries.ts';
import { useUsersTexts } from './texts.ts';
import { UserFields } from './UserFields.tsx';

/** A new account with a one-time password, which the server makes up. */
export function CreateUser({ onClose }: { onClose: () => void }) {
  const t = useUsersTexts();
  const shared = useSharedTexts();
  const { data: user } = useSession();
  const create = useCreateUser();
  const [made, setMade] = useState<{ username: string; password: string } | null>(null);
  if (made) return <OneTimePassword title={t('oneTime')} {...made} onClose={onClose} />;
  return (
    <FormDialog<NewUser>
      open
      title={t('create')}
      submitText={t('create')}
      initialValues={{ ...(user && { divisionCode: user.divisionCode }) }}
      onClose={onClose}
      onDone={() => {}}
      onSubmit={async ({ laboratory, producerId, ...values }) => {
        const body = { ...values, ...(laboratory && { laboratory }), ...(producerId && { producerId }) };
        const { username, oneTimePassword } = await create.mutateAsync(body);
        setMade({ username, password: oneTimePassword ?? '' });
      }}
    >
      {(form) => (
        <>
          <Form.Item
            name="username"
            label={t('username')}
            extra={t('usernameHint')}
            rules={[{ required: true, whitespace: true, message: shared('required') }]}
          >
            <Input autoFocus autoCapitalize="none" autoComplete="off" maxLength={32} />
          </Form.Item>
          <UserFields />
          <ProducerOfRole form={form} />
        </>
      )}
    </FormDialog>
  );
}

function ProducerOfRole({ form }: { form: Parameters<typeof Form.useWatch>[1] }) {
  const t = useUsersTexts();
  const roles: unknown = Form.useWatch('roles', form);
  if (!Array.isArray(roles) || !roles.includes('producer')) return null;
  return (
    <Form.Item name="producerId" label={t('producer')}>
      <ProducerPicker />
    </Form.Item>
  );
}
