import { App, Checkbox, Form, Input } from 'antd';
import { ChoiceField } from '../../shared/Choice.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { useRecordCalibration } from './queries.ts';
import { useCalibrationTexts } from './texts.ts';

interface Values {
  certificateNumber: string;
  laboratory: string;
  calibratedOn: string;
  dueOn: string;
  conforms: 'pass' | 'fail';
  foundOutOfTolerance?: boolean;
  uncertainty?: string;
  note?: string;
}

export function RecordCalibration({ deviceId, onClose }: { deviceId: string; onClose(): void }) {
  const t = useCalibrationTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const record = useRecordCalibration(deviceId);
  const required = [{ required: true, whitespace: true, message: shared('required') }];
  return (
    <FormDialog<Values>
      open
      title={t('record')}
      submitText={t('record')}
      initialValues={{ conforms: 'pass' }}
      onClose={onClose}
      onSubmit={async ({ conforms, foundOutOfTolerance, uncertainty, note, ...values }) => {
        await record.mutateAsync({
          ...values,
          conforms: conforms === 'pass',
          ...(foundOutOfTolerance && { foundOutOfTolerance }),
          ...(uncertainty && { uncertainty }),
          ...(note && { note }),
        });
        message.success(t('recorded'));
      }}
    >
      <Form.Item name="certificateNumber" label={t('certificateNumber')} rules={required}>
        <Input autoFocus maxLength={100} />
      </Form.Item>
      <Form.Item name="laboratory" label={t('laboratory')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="calibratedOn" label={t('calibratedOn')} rules={required}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="dueOn" label={t('dueOn')} extra={t('dueHint')} rules={required}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="conforms" label={t('conforms')}>
        <ChoiceField options={(['pass', 'fail'] as const).map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item name="foundOutOfTolerance" valuePropName="checked" extra={t('foundHint')}>
        <Checkbox>{t('found')}</Checkbox>
      </Form.Item>
      <Form.Item name="uncertainty" label={t('uncertainty')}>
        <Input maxLength={100} placeholder="U = 0.3 %, k = 2" />
      </Form.Item>
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
