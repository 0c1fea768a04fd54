import { Alert, App, Form, Input } from 'antd';
import type { Recall } from '../../api/types.ts';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { useEndRecall, useIssueRecall, useRecallScope } from './queries.ts';
import { useRecallTexts } from './texts.ts';

export type Verb = 'issue' | 'close' | 'cancel';

interface Props {
  recall: Recall;
  verb: Verb;
  onClose(): void;
}

export function RecallStepDialog({ verb, ...props }: Props) {
  return verb === 'issue' ? <Issue {...props} /> : <End {...props} verb={verb} />;
}

/** Says what will happen, to how many, before it does. */
function Issue({ recall, onClose }: Omit<Props, 'verb'>) {
  const t = useRecallTexts();
  const { message } = App.useApp();
  const issue = useIssueRecall(recall.id);
  const { data: scope } = useRecallScope(recall.id);
  return (
    <FormDialog
      open
      title={t('issue')}
      submitText={t('issue')}
      onClose={onClose}
      onSubmit={async () => {
        await issue.mutateAsync();
        message.success(t('issued'));
      }}
    >
      <Alert
        type={recall.drill ? 'info' : 'warning'}
        title={scope && t('scopeCount', { batches: scope.batches.length, holders: scope.holders })}
        description={t(recall.drill ? 'drillHint' : 'issueHint')}
      />
    </FormDialog>
  );
}

function End({ recall, verb, onClose }: Props & { verb: 'close' | 'cancel' }) {
  const t = useRecallTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const end = useEndRecall(recall.id, verb);
  return (
    <FormDialog<{ note: string }>
      open
      title={t(verb)}
      submitText={t(verb)}
      onClose={onClose}
      onSubmit={async ({ note }) => {
        await end.mutateAsync(note);
        message.success(t('ended'));
      }}
    >
      <Form.Item
        name="note"
        label={t('note')}
        rules={[{ required: true, whitespace: true, message: shared('required') }]}
      >
        <Input.TextArea autoFocus rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
