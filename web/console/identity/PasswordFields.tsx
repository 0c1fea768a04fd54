import { Form, Input } from 'antd';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { useIdentityTexts } from './texts.ts';

export interface NewPassword {
  currentPassword: string;
  newPassword: string;
  repeated: string;
}

/** The current password, the new one, and the new one again. */
export function PasswordFields() {
  const t = useIdentityTexts();
  const shared = useSharedTexts();
  const required = { required: true, message: shared('required') };
  return (
    <>
      <Form.Item name="currentPassword" label={t('currentPassword')} rules={[required]}>
        <Input type="password" autoFocus autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="newPassword" label={t('newPassword')} extra={t('newPasswordHint')} rules={[required]}>
        <Input type="password" autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={t('repeatPassword')}
        dependencies={['newPassword']}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_rule, value) =>
              !value || value === getFieldValue('newPassword')
                ? Promise.resolve()
                : Promise.reject(new Error(t('repeatDiffers'))),
          }),
        ]}
      >
        <Input type="password" autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
