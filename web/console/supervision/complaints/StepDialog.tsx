import { App, Form, Input } from 'antd';
import { DivisionPicker } from '../../producers/DivisionPicker.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { type Step, useComplaintStep } from './queries.ts';
import { useComplaintTexts } from './texts.ts';

interface Values {
  words?: string;
  divisionCode?: string;
}

const labels = {
  assign: 'note',
  accept: 'note',
  close: 'note',
  answer: 'answerText',
  transfer: 'transferText',
} as const satisfies Record<Step['verb'], string>;

export function StepDialog({ id, verb, onClose }: { id: string; verb: Step['verb']; onClose(): void }) {
  const t = useComplaintTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const step = useComplaintStep(id);
  const required = { required: true, message: shared('required') };
  return (
    <FormDialog<Values>
      open
      title={t(verb)}
      submitText={t(verb)}
      onClose={onClose}
      onSubmit={async (values) => {
        await step.mutateAsync(stepOf(verb, values));
        message.success(t('done'));
      }}
    >
      {verb === 'assign' && (
        <Form.Item name="divisionCode" label={t('division')} rules={[required]}>
          <DivisionPicker />
        </Form.Item>
      )}
      <Form.Item
        name="words"
        label={t(labels[verb])}
        rules={verb === 'answer' || verb === 'transfer' ? [{ ...required, whitespace: true }] : []}
      >
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}

function stepOf(verb: Step['verb'], { words = '', divisionCode = '' }: Values): Step {
  const note = words.trim() ? { note: words } : {};
  if (verb === 'assign') return { verb, body: { divisionCode, ...note } };
  if (verb === 'answer' || verb === 'transfer') return { verb, body: { text: words } };
  return { verb, body: note };
}
