import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { FormDialog } from './FormDialog.tsx';
import { useSharedTexts } from './texts-shared.ts';

interface Props<Values> {
  title: string;
  initialValues?: Partial<Values>;
  onClose(): void;
  onReason(values: Values & { reason: string }): Promise<unknown>;
  /** Further fields, below the reason. */
  children?: ReactNode;
}

/** Asks why somebody does what the title says; the audit log keeps the answer. */
export function ReasonDialog<Values extends object = object>(props: Props<Values>) {
  const { title, initialValues, onClose, onReason, children } = props;
  const t = useSharedTexts();
  return (
    <FormDialog<Values & { reason: string }>
      open
      title={title}
      submitText={title}
      {...(initialValues && { initialValues: initialValues as Partial<Values & { reason: string }> })}
      onClose={onClose}
      onSubmit={onReason}
    >
      <Form.Item
        name="reason"
        label={t('reason')}
        extra={t('reasonHint')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input.TextArea autoFocus rows={2} maxLength={200} />
      </Form.Item>
      {children}
    </FormDialog>
  );
}
