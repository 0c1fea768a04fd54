import { Form, Input } from 'antd';
import { DivisionPicker } from '../../producers/DivisionPicker.tsx';
import { ManyField } from '../../shared/ManyField.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { roleNames, useRoleName } from '../roles.ts';
import { useUsersTexts } from './texts.ts';

/** What both a new account and a change of one ask for. */
export function UserFields() {
  const t = useUsersTexts();
  const shared = useSharedTexts();
  const roleName = useRoleName();
  const required = { required: true, message: shared('required') };
  return (
    <>
      <Form.Item name="displayName" label={t('name')} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="roles" label={t('roles')} rules={[required]}>
        <ManyField label={t('roles')} options={roleNames.map((value) => ({ value, label: roleName(value) }))} />
      </Form.Item>
      <Form.Item name="divisionCode" label={t('division')} rules={[required]}>
        <DivisionPicker />
      </Form.Item>
      <Form.Item name="laboratory" label={t('laboratory')} extra={t('laboratoryHint')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </>
  );
}
