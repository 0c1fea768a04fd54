import { App, Form, Input } from 'antd';
import { useSession } from '../identity/session.ts';
import { ChoiceField } from '../shared/Choice.tsx';
import { chosen } from '../shared/cursor-list.ts';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { DivisionPicker } from './DivisionPicker.tsx';
import { producerKindNames, useProducerKind } from './kinds.ts';
import { type NewProducer, useRegisterProducer } from './queries.ts';
import { useProducersTexts } from './texts.ts';

export function RegisterProducer({ onClose }: { onClose: () => void }) {
  const t = useProducersTexts();
  const shared = useSharedTexts();
  const kindName = useProducerKind();
  const { message } = App.useApp();
  const { data: user } = useSession();
  const register = useRegisterProducer();
  const required = { required: true, whitespace: true, message: shared('required') };
  return (
    <FormDialog<NewProducer>
      open
      title={t('register')}
      submitText={t('register')}
      initialValues={{ kind: 'enterprise', ...(user && { divisionCode: user.divisionCode }) }}
      onClose={onClose}
      onSubmit={async (values) => {
        await register.mutateAsync(chosen(values as Record<string, string>) as NewProducer);
        message.success(t('registered'));
      }}
    >
      <Form.Item name="name" label={t('name')} rules={[required]}>
        <Input autoFocus maxLength={100} />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')} rules={[required]}>
        <ChoiceField options={producerKindNames.map((value) => ({ value, label: kindName(value) }))} />
      </Form.Item>
      <Form.Item name="divisionCode" label={t('division')} rules={[required]}>
        <DivisionPicker />
      </Form.Item>
      <Form.Item name="creditCode" label={t('creditCode')} extra={t('creditCodeHint')}>
        <Input maxLength={18} autoComplete="off" />
      </Form.Item>
      <Form.Item name="contactName" label={t('contact')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={t('phone')}>
        <Input type="tel" maxLength={20} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
