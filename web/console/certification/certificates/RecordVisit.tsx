import { App, Form, Input } from 'antd';
import { ChoiceField } from '../../shared/Choice.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { useRecordVisit } from './queries.ts';
import { useCertificateTexts } from './texts.ts';

interface Values {
  on: string;
  passed: 'yes' | 'no';
  note?: string;
}

export function RecordVisit({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useCertificateTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const record = useRecordVisit(id);
  const required = [{ required: true, message: shared('required') }];
  return (
    <FormDialog<Values>
      open
      title={t('record-visit')}
      submitText={t('record-visit')}
      initialValues={{ on: new Date().toLocaleDateString('sv-SE'), passed: 'yes' }}
      onClose={onClose}
      onSubmit={async ({ on, passed, note }) => {
        await record.mutateAsync({ on, passed: passed === 'yes', ...(note && { note }) });
        message.success(t('done'));
      }}
    >
      <Form.Item name="on" label={t('on')} rules={required}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="passed" label={t('passed')} rules={required}>
        <ChoiceField
          options={[
            { value: 'yes', label: t('visitPassed') },
            { value: 'no', label: t('visitFailed') },
          ]}
        />
      </Form.Item>
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
