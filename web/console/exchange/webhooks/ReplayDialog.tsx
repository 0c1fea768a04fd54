import { App, Form, Input } from 'antd';
import { asLocalInput } from '../../shared/format.ts';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { useWebhookVerbs } from './queries.ts';
import { useWebhookTexts } from './texts.ts';

const hourMs = 3_600_000;

/** Has what happened since a moment told once more. */
export function ReplayDialog({ id, onClose }: { id: string; onClose(): void }) {
  const t = useWebhookTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const { replay } = useWebhookVerbs();
  return (
    <ReasonDialog<{ since: string }>
      title={t('replay')}
      initialValues={{ since: asLocalInput(new Date(Date.now() - hourMs)) }}
      onClose={onClose}
      onReason={async ({ since, reason }) => {
        const { replayed } = await replay.mutateAsync({ id, since: new Date(since).toISOString(), reason });
        message.success(t('replayed', { count: replayed }));
      }}
    >
      <Form.Item
        name="since"
        label={t('since')}
        extra={t('sinceHint')}
        rules={[{ required: true, message: shared('required') }]}
      >
        <Input type="datetime-local" />
      </Form.Item>
    </ReasonDialog>
  );
}
