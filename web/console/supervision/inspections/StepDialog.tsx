import { App, Form, Input } from 'antd';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { type Step, useInspectionStep } from './queries.ts';
import { useInspectionTexts } from './texts.ts';

export type AskedVerb = 'order-rectification' | 'answer' | 'pass-recheck' | 'fail-recheck' | 'close';

interface Values {
  words?: string;
  due?: string;
}

const labels = {
  'order-rectification': 'orderText',
  answer: 'answerText',
  'pass-recheck': 'recheck',
  'fail-recheck': 'recheck',
  close: 'closeNote',
} as const satisfies Record<AskedVerb, string>;

/** The words that a step of legal effect needs, and the day by which something is put right. */
export function StepDialog({ id, verb, onClose }: { id: string; verb: AskedVerb; onClose(): void }) {
  const t = useInspectionTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const step = useInspectionStep(id);
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
      <Form.Item
        name="words"
        label={t(labels[verb])}
        rules={verb === 'close' ? [] : [{ ...required, whitespace: true }]}
      >
        <Input.TextArea autoFocus rows={3} maxLength={1000} />
      </Form.Item>
      {(verb === 'order-rectification' || verb === 'fail-recheck') && (
        <Form.Item name="due" label={t('due')} rules={[required]}>
          <Input type="datetime-local" />
        </Form.Item>
      )}
    </FormDialog>
  );
}

function stepOf(verb: AskedVerb, { words = '', due = '' }: Values): Step {
  const until = due && new Date(due).toISOString();
  if (verb === 'order-rectification') return { verb, body: { text: words, due: until } };
  if (verb === 'answer') return { verb, body: { text: words } };
  if (verb === 'fail-recheck') return { verb, body: { note: words, due: until } };
  if (verb === 'pass-recheck') return { verb, body: { note: words } };
  return { verb, body: words.trim() ? { note: words } : {} };
}
