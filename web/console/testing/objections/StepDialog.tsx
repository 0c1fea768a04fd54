import { App, Checkbox, Form, Input } from 'antd';
import { ChoiceField } from '../../shared/Choice.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { type ObjectionVerb, useObjectionStep } from './queries.ts';
import { conclusionNames, useConclusion, useObjectionTexts } from './texts.ts';

interface Values {
  reason?: string;
  laboratory?: string;
  method?: string;
  sealNumber?: string;
  intact?: boolean;
  reportNumber?: string;
  conclusion?: string;
  note?: string;
}

/** What a step asks for; of those without a field, only whether it is meant. */
export function StepDialog({ id, verb, onClose }: { id: string; verb: ObjectionVerb; onClose(): void }) {
  const t = useObjectionTexts();
  const shared = useSharedTexts();
  const conclusion = useConclusion();
  const { message } = App.useApp();
  const step = useObjectionStep(id);
  const required = [{ required: true, message: shared('required') }];
  return (
    <FormDialog<Values>
      open
      title={t(verb)}
      submitText={t(verb)}
      onClose={onClose}
      onSubmit={async (values) => {
        const given = Object.fromEntries(
          Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
        );
        await step.mutateAsync({ verb, body: verb === 'receive-sample' ? { intact: false, ...given } : given });
        message.success(t('done'));
      }}
    >
      {(verb === 'refuse' || verb === 'withdraw') && (
        <Form.Item name="reason" label={shared('reason')} rules={required}>
          <Input.TextArea autoFocus rows={3} maxLength={500} />
        </Form.Item>
      )}
      {verb === 'appoint' && (
        <>
          <Form.Item name="laboratory" label={t('laboratory')} rules={required}>
            <Input autoFocus maxLength={100} />
          </Form.Item>
          <Form.Item name="method" label={t('method')} rules={required}>
            <Input maxLength={100} />
          </Form.Item>
        </>
      )}
      {verb === 'receive-sample' && (
        <>
          <Form.Item name="sealNumber" label={t('seal')}>
            <Input autoFocus maxLength={40} />
          </Form.Item>
          <Form.Item name="intact" valuePropName="checked">
            <Checkbox>{t('intact')}</Checkbox>
          </Form.Item>
        </>
      )}
      {verb === 'decide' && (
        <>
          <Form.Item name="reportNumber" label={t('reportNumber')} rules={required}>
            <Input autoFocus maxLength={40} />
          </Form.Item>
          <Form.Item name="conclusion" label={t('conclusion')} rules={required}>
            <ChoiceField options={conclusionNames.map((value) => ({ value, label: conclusion(value) }))} />
          </Form.Item>
          <Form.Item name="note" label={t('note')}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
