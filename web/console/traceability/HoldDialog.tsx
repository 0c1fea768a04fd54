import { App, Form, Input } from 'antd';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { useHold } from './queries.ts';
import { useTraceabilityTexts } from './texts.ts';

interface Props {
  code: string;
  verb: 'hold' | 'release';
  onClose(): void;
}

/** An act with legal effect: it wants a reason. */
export function HoldDialog({ code, verb, onClose }: Props) {
  const t = useTraceabilityTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const act = useHold(code, verb);
  return (
    <FormDialog<{ reason: string }>
      open
      title={verb === 'hold' ? t('holdTitle') : t('releaseTitle')}
      submitText={verb === 'hold' ? t('hold') : t('release')}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        await act.mutateAsync(reason);
        message.success(verb === 'hold' ? t('held') : t('released'));
      }}
    >
      <p>
        <code>{code}</code>
      </p>
      <Form.Item
        name="reason"
        label={t('reason')}
        extra={t('reasonHint')}
        rules={[{ required: true, whitespace: true, message: shared('required') }]}
      >
        <Input.TextArea autoFocus rows={3} maxLength={100} showCount />
      </Form.Item>
    </FormDialog>
  );
}
