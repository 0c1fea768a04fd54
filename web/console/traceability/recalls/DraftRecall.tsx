import { Checkbox, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { ChoiceField } from '../../shared/Choice.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { type NewRecall, useDraftRecall } from './queries.ts';
import { checkLevels, recallLevels, useRecallLevel, useRecallTexts } from './texts.ts';

/** A draft changes nothing; its page shows what it would reach. */
export function DraftRecall({ batch, onClose }: { batch: string | undefined; onClose(): void }) {
  const t = useRecallTexts();
  const shared = useSharedTexts();
  const level = useRecallLevel();
  const draft = useDraftRecall();
  const navigate = useNavigate();
  const required = [{ required: true, whitespace: true, message: shared('required') }];
  return (
    <FormDialog<NewRecall>
      open
      title={t('draft')}
      submitText={t('draft')}
      initialValues={{ level: '1', checkLevel: 'A', drill: false, ...(batch && { batchCode: batch }) }}
      onClose={onClose}
      onSubmit={async (values) => navigate(`/recalls/${(await draft.mutateAsync(values)).id}`)}
    >
      <Form.Item name="batchCode" label={t('batch')} rules={required}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="instruction" label={t('instruction')} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="level" label={t('level')}>
          <ChoiceField options={recallLevels.map((value) => ({ value, label: level(value) }))} />
        </Form.Item>
        <Form.Item name="checkLevel" label={t('checkLevel')} extra={t('checkLevelHint')}>
          <ChoiceField options={checkLevels.map((value) => ({ value, label: value }))} />
        </Form.Item>
      </div>
      <Form.Item name="drill" valuePropName="checked">
        <Checkbox>{t('drill')}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
