import { App, Form, Input } from 'antd';
import { FormDialog } from '../shared/FormDialog.tsx';
import { asLocalInput } from '../shared/format.ts';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { useEnterRapidTest } from './queries.ts';
import { useTestingTexts } from './texts.ts';

interface Values {
  sample: string;
  analyte: string;
  value: string;
  unit: string;
  method: string;
  invalid?: string;
  device?: string;
  at: string;
}

export function EnterRapidTest({ batch, onClose }: { batch: string | undefined; onClose: () => void }) {
  const t = useTestingTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const enter = useEnterRapidTest();
  const required = { required: true, whitespace: true, message: shared('required') };
  return (
    <FormDialog<Values>
      open
      title={t('enterRapid')}
      submitText={t('save')}
      initialValues={{ unit: '%', at: asLocalInput(new Date()), ...(batch && { sample: batch }) }}
      onClose={onClose}
      onSubmit={async ({ device, invalid, at, ...told }) => {
        await enter.mutateAsync({
          ...told,
          at: new Date(at).toISOString(),
          ...(device?.trim() && { device }),
          ...(invalid?.trim() && { invalid }),
        });
        message.success(t('saved'));
      }}
    >
      <Form.Item name="sample" label={t('rapidSample')} extra={t('rapidSampleHint')} rules={[required]}>
        <Input autoFocus maxLength={40} autoComplete="off" />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="analyte" label={t('analyte')} rules={[required]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="method" label={t('method')} extra={t('rapidMethodHint')} rules={[required]}>
          <Input maxLength={80} />
        </Form.Item>
      </div>
      <div className="form-pair">
        <Form.Item name="value" label={t('value')} rules={[required]}>
          <Input inputMode="decimal" maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="unit" label={t('unit')} rules={[required]}>
          <Input maxLength={20} />
        </Form.Item>
      </div>
      <Form.Item name="invalid" label={t('rapidInvalidReason')} extra={t('rapidInvalidHint')}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="device" label={t('device')}>
          <Input maxLength={64} autoComplete="off" />
        </Form.Item>
        <Form.Item name="at" label={t('at')} rules={[required]}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
