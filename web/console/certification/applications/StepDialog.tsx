import { App, Form, Input, Radio } from 'antd';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { type ApplicationVerb, useApplicationStep } from './queries.ts';
import { useApplicationTexts } from './texts.ts';

export type AskedVerb = Exclude<ApplicationVerb, 'submit' | 'accept'>;

interface Props {
  id: string;
  verb: AskedVerb;
  onClose(): void;
}

/** What was found, or why: no step of legal effect is taken without words. */
export function StepDialog({ id, verb, onClose }: Props) {
  const t = useApplicationTexts();
  const { message } = App.useApp();
  const step = useApplicationStep(id);
  if (verb === 'review' || verb === 'check') return <FindingDialog id={id} verb={verb} onClose={onClose} />;
  return (
    <ReasonDialog
      title={t(verb)}
      onClose={onClose}
      onReason={async ({ reason }) => {
        await step.mutateAsync({ verb, body: { reason } });
        message.success(t('done'));
      }}
    />
  );
}

function FindingDialog({ id, verb, onClose }: Props & { verb: 'review' | 'check' }) {
  const t = useApplicationTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const step = useApplicationStep(id);
  const required = { required: true, message: shared('required') };
  return (
    <FormDialog<{ passed: boolean; note: string }>
      open
      title={t(verb)}
      submitText={t(verb)}
      onClose={onClose}
      onSubmit={async (body) => {
        await step.mutateAsync({ verb, body });
        message.success(t('done'));
      }}
    >
      <Form.Item name="passed" label={t('outcome')} rules={[required]}>
        <Radio.Group
          options={[
            { value: true, label: t('passed') },
            { value: false, label: t('failed') },
          ]}
        />
      </Form.Item>
      <Form.Item name="note" label={t('note')} rules={[{ ...required, whitespace: true }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  );
}
