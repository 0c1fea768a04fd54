import { Form, Input } from 'antd';
import { useState } from 'react';
import type { CreatedDevice } from '../api/types.ts';
import { SitePicker } from '../producers/SitePicker.tsx';
import { ChoiceField } from '../shared/Choice.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { deviceKindNames, useDeviceKind } from './metrics.ts';
import { useRegisterDevice } from './queries.ts';
import { SecretOnce } from './SecretOnce.tsx';
import { useDevicesTexts } from './texts.ts';

interface Values {
  id: string;
  name: string;
  kind: string;
  siteId?: string;
}

export function RegisterDevice({ onClose }: { onClose: () => void }) {
  const t = useDevicesTexts();
  const shared = useSharedTexts();
  const kindName = useDeviceKind();
  const register = useRegisterDevice();
  const [created, setCreated] = useState<CreatedDevice | null>(null);
  const required = { required: true, whitespace: true, message: shared('required') };

  if (created) return <SecretOnce title={t('registered')} device={created} onClose={onClose} />;
  return (
    <FormDialog<Values>
      open
      title={t('register')}
      submitText={t('register')}
      initialValues={{ kind: 'sensor' }}
      onClose={onClose}
      onDone={() => {}}
      onSubmit={async ({ siteId, ...values }) => {
        setCreated(await register.mutateAsync({ ...values, ...(siteId && { siteId }) }));
      }}
    >
      <Form.Item name="id" label={t('id')} extra={t('idHint')} rules={[required]}>
        <Input autoFocus autoCapitalize="none" autoComplete="off" />
      </Form.Item>
      <Form.Item name="name" label={t('name')} rules={[required]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')} rules={[required]}>
        <ChoiceField options={deviceKindNames.map((value) => ({ value, label: kindName(value) }))} />
      </Form.Item>
      <Form.Item name="siteId" label={t('site')}>
        <SitePicker placeholder={t('noSite')} />
      </Form.Item>
    </FormDialog>
  );
}
