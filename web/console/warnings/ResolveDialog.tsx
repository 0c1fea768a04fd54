import { App, Form, Input } from 'antd';
import type { Warning } from '../api/types.ts';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useBilingual } from '../shared/texts.ts';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { useStep } from './queries.ts';
import { useWarningsTexts } from './texts.ts';

export function ResolveDialog({ warning, onClose }: { warning: Warning; onClose: () => void }) {
  const t = useWarningsTexts();
  const shared = useSharedTexts();
  const bilingual = useBilingual();
  const { message } = App.useApp();
  const step = useStep();
  return (
    <FormDialog<{ measure: string }>
      open
      title={t('resolveTitle')}
      submitText={t('resolve')}
      onClose={onClose}
      onSubmit={async ({ measure }) => {
        await step.mutateAsync({ verb: 'resolve', id: warning.id, measure });
        message.success(t('resolved'));
      }}
    >
      <p>{bilingual(warning.title)}</p>
      <Form.Item
        name="measure"
        label={t('measure')}
        extra={t('measureHint')}
        rules={[{ required: true, whitespace: true, message: shared('required') }]}
      >
        <Input.TextArea autoFocus rows={3} maxLength={100} showCount />
      </Form.Item>
    </FormDialog>
  );
}
