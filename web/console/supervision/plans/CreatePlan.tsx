import { App, Form, Input, InputNumber } from 'antd';
import { useNavigate } from 'react-router';
import { ChoiceField } from '../../shared/Choice.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { readInspectors } from './inspector-lines.ts';
import { useCreatePlan } from './queries.ts';
import { usePlanTexts } from './texts.ts';

interface Values {
  title: string;
  year: number;
  quarter?: string;
  count: number;
  inspectors: string;
  inspectorsEach: number;
}

export function CreatePlan({ onClose }: { onClose(): void }) {
  const t = usePlanTexts();
  const shared = useSharedTexts();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const create = useCreatePlan();
  const required = { required: true, message: shared('required') };
  return (
    <FormDialog<Values>
      open
      title={t('create')}
      submitText={t('create')}
      initialValues={{ year: new Date().getFullYear(), count: 10, inspectorsEach: 2 }}
      onClose={onClose}
      onSubmit={async ({ quarter, inspectors, ...body }) => {
        const { id } = await create.mutateAsync({
          ...body,
          checklist: 'producer',
          inspectors: readInspectors(inspectors),
          ...(quarter && { quarter: Number(quarter) }),
        });
        message.success(t('created'));
        navigate(`/inspection-plans/${id}`);
      }}
    >
      <Form.Item name="title" label={t('name')} rules={[{ ...required, whitespace: true }]}>
        <Input autoFocus maxLength={100} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="year" label={t('year')} rules={[required]}>
          <InputNumber min={2020} max={2100} precision={0} />
        </Form.Item>
        <Form.Item name="quarter" label={t('quarter')}>
          <ChoiceField
            placeholder={t('wholeYear')}
            options={['1', '2', '3', '4'].map((value) => ({ value, label: value }))}
          />
        </Form.Item>
        <Form.Item name="count" label={t('count')} rules={[required]}>
          <InputNumber min={1} max={500} precision={0} />
        </Form.Item>
        <Form.Item name="inspectorsEach" label={t('inspectorsEach')} rules={[required]}>
          <InputNumber min={1} max={4} precision={0} />
        </Form.Item>
      </div>
      <Form.Item
        name="inspectors"
        label={t('inspectors')}
        extra={t('inspectorsHint')}
        rules={[{ ...required, whitespace: true }]}
      >
        <Input.TextArea rows={5} autoCapitalize="none" />
      </Form.Item>
    </FormDialog>
  );
}
