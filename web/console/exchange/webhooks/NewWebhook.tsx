import { Form, Input } from 'antd';
import { useState } from 'react';
import { useSession } from '../../identity/session.ts';
import { DivisionPicker } from '../../producers/DivisionPicker.tsx';
import { CopyButton } from '../../shared/CopyButton.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { ManyField } from '../../shared/ManyField.tsx';
import { ShownOnce } from '../../shared/ShownOnce.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { type NewWebhookBody, useEventTypes, useWebhookVerbs } from './queries.ts';
import { useWebhookTexts } from './texts.ts';

/** Who is told of what; then the secret that signs, once. */
export function NewWebhook({ onClose }: { onClose(): void }) {
  const t = useWebhookTexts();
  const shared = useSharedTexts();
  const inLanguage = useBilingual();
  const { data: user } = useSession();
  const { data: types = [] } = useEventTypes();
  const { create } = useWebhookVerbs();
  const [secret, setSecret] = useState<string>();
  const required = { required: true, message: shared('required') };
  if (secret)
    return (
      <ShownOnce title={t('secret')} hint={t('secretOnce')} done={t('kept')} onClose={onClose}>
        <p>
          <code>{secret}</code> <CopyButton text={secret} />
        </p>
      </ShownOnce>
    );
  return (
    <FormDialog<NewWebhookBody>
      open
      title={t('newWebhook')}
      submitText={t('create')}
      initialValues={{ events: [], ...(user && { divisionCode: user.divisionCode }) }}
      onClose={onClose}
      onDone={() => undefined}
      onSubmit={async (values) => setSecret((await create.mutateAsync(values)).secret)}
    >
      <Form.Item name="name" label={t('name')} extra={t('nameHint')} rules={[required]}>
        <Input autoFocus maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="address" label={t('address')} extra={t('addressHint')} rules={[required]}>
        <Input maxLength={1000} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="divisionCode" label={t('division')} rules={[required]}>
        <DivisionPicker />
      </Form.Item>
      <Form.Item
        name="events"
        label={t('events')}
        rules={[{ required: true, type: 'array', min: 1, message: t('chooseEvents') }]}
      >
        <ManyField
          label={t('events')}
          options={types.map(({ type, title }) => ({ value: type, label: inLanguage(title) }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
