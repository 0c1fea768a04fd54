import { App, Form, Input } from 'antd';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { useApplicationStep } from './queries.ts';
import { useApplicationTexts } from './texts.ts';

interface Props {
  application: { id: string; statement?: string };
  onClose(): void;
}

export function EditStatement({ application: { id, statement = '' }, onClose }: Props) {
  const t = useApplicationTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const step = useApplicationStep(id);
  return (
    <FormDialog<{ statement: string }>
      open
      title={t('change')}
      submitText={shared('save')}
      initialValues={{ statement }}
      onClose={onClose}
      onSubmit={async (body) => {
        await step.mutateAsync({ verb: 'change', body });
        message.success(t('saved'));
      }}
    >
      <Form.Item
        name="statement"
        label={t('statement')}
        extra={t('statementHint')}
        rules={[{ required: true, whitespace: true, message: shared('required') }]}
      >
        <Input.TextArea autoFocus rows={6} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
