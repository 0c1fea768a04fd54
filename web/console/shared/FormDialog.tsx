import { App, Form, type FormInstance, Modal } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { ErrorSummary, type FieldErrors } from './ErrorSummary.tsx';
import { showFieldProblems } from './form-problems.ts';
import { ProblemNote } from './ProblemNote.tsx';
import { useSharedTexts } from './texts-shared.ts';

interface Props<Values> {
  title: string;
  open: boolean;
  submitText: string;
  initialValues?: Partial<Values>;
  /** Rejects with a Problem; its field errors are shown at their fields, the rest above the buttons. */
  onSubmit(values: Values): Promise<unknown>;
  /** Called when somebody gave up, and after success unless `onDone` says otherwise. */
  onClose(): void;
  onDone?(): void;
  children: ReactNode | ((form: FormInstance<Values>) => ReactNode);
}

function withErrors(fields: readonly FieldErrors[]): FieldErrors[] {
  return fields.filter(({ errors }) => errors.length > 0);
}

/** A form in a dialog: sends once, stays open with what was wrong, closes when done. */
export function FormDialog<Values extends object>(props: Props<Values>) {
  const { title, open, submitText, initialValues, onSubmit, onClose, onDone, children } = props;
  const t = useSharedTexts();
  const { modal } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [wrong, setWrong] = useState<FieldErrors[]>([]);

  /** What was typed goes only when somebody says so. */
  const leave = () => {
    if (!form.isFieldsTouched()) return onClose();
    modal.confirm({
      title: t('discardQuestion'),
      okText: t('discard'),
      cancelText: t('goOnFilling'),
      onOk: onClose,
    });
  };
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (form.isFieldsTouched()) event.preventDefault();
    };
    if (open) window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [form, open]);

  const submit = async (values: Values) => {
    setBusy(true);
    setError(null);
    setWrong([]);
    try {
      await onSubmit(values);
      (onDone ?? onClose)();
    } catch (failure) {
      if (!showFieldProblems(form as FormInstance, failure)) setError(failure);
      setWrong(withErrors(form.getFieldsError()));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal
      title={title}
      open={open}
      destroyOnHidden
      okText={submitText}
      cancelText={t('cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      mask={{ closable: false }}
      onCancel={leave}
      afterClose={() => {
        setError(null);
        setWrong([]);
      }}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        preserve={false}
        clearOnDestroy
        initialValues={initialValues as object}
        onFinish={submit}
        onFinishFailed={({ errorFields }) => setWrong(withErrors(errorFields))}
      >
        <ErrorSummary form={form as FormInstance} fields={wrong} />
        {typeof children === 'function' ? children(form) : children}
        {error !== null && <ProblemNote error={error} />}
      </Form>
    </Modal>
  );
}
