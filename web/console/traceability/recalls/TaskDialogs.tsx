import { App, Form, Input, InputNumber, Radio } from 'antd';
import type { RecallTask } from '../../api/types.ts';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { writeQuantity, writeUnit } from '../../shared/format.ts';
import { useLanguage } from '../../shared/texts.ts';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { type Check, type Report, useCheckTask, useReportTask } from './queries.ts';
import { useRecallTexts } from './texts.ts';

const fates = ['onHand', 'returned', 'destroyed', 'sold'] as const;

interface Props {
  task: RecallTask;
  onClose(): void;
}

/** What became of each lot. */
export function ReportDialog({ task, onClose }: Props) {
  const t = useRecallTexts();
  const language = useLanguage();
  const { message } = App.useApp();
  const report = useReportTask(task.id);
  const none = { onHand: 0, returned: 0, destroyed: 0, sold: 0 };
  return (
    <FormDialog<Report>
      open
      title={t('report')}
      submitText={t('report')}
      initialValues={{ batches: task.batches.map(({ code, account }) => ({ batchCode: code, ...none, ...account })) }}
      onClose={onClose}
      onSubmit={async ({ batches }) => {
        const told = batches.map((line, index) => ({ ...line, batchCode: task.batches[index]?.code ?? '' }));
        await report.mutateAsync({ batches: told });
        message.success(t('done'));
      }}
    >
      <p className="note">{t('reportHint')}</p>
      {task.batches.map(({ code, quantity }, index) => (
        <fieldset key={code}>
          <legend>
            {code} · {writeQuantity(quantity, language)}
          </legend>
          <div className="form-pair">
            {fates.map((fate) => (
              <Form.Item
                key={fate}
                name={['batches', index, fate]}
                label={`${t(fate)} (${writeUnit(quantity.unit, language)})`}
              >
                <InputNumber min={0} />
              </Form.Item>
            ))}
          </div>
        </fieldset>
      ))}
    </FormDialog>
  );
}

/** Whether the recall reached the holder. */
export function CheckDialog({ task, onClose }: Props) {
  const t = useRecallTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const check = useCheckTask(task.id);
  const required = { required: true, message: shared('required') };
  return (
    <FormDialog<Check>
      open
      title={`${t('check')} · ${task.producerName}`}
      submitText={shared('save')}
      onClose={onClose}
      onSubmit={async (values) => {
        await check.mutateAsync(values);
        message.success(t('done'));
      }}
    >
      <Form.Item name="effective" label={t('checkQuestion')} rules={[required]}>
        <Radio.Group
          options={[
            { value: true, label: t('yes') },
            { value: false, label: t('no') },
          ]}
        />
      </Form.Item>
      <Form.Item name="note" label={t('checkNote')} rules={[{ ...required, whitespace: true }]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
