import { Form, type FormInstance, Modal } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useDiscardQuestion } from './discard-question.ts';
import { ErrorSummary, type FieldErrors } from './ErrorSummary.tsx';
import { showFieldProblems } from './form-problems.ts';
import { useKeptInput } from './kept-input.ts';
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
  const askToDiscard = useDiscardQuestion();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [wrong, setWrong] = useState<FieldErrors[]>([]);

  /** What was typed goes only when somebody says so. */
  const leave = () => {
    if (form.isFieldsTouched()) askToDiscard(onClose);
    else onClose();
  };
  const handedIn = useRef(false);
  useKeptInput(open, () => !handedIn.current && form.isFieldsTouched());

  const submit = async (values: Values) => {
    setBusy(true);
    handedIn.current = true;
    setError(null);
    setWrong([]);
    try {
      await onSubmit(values);
      (onDone ?? onClose)();
    } catch (failure) {
      handedIn.current = false;
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
        handedIn.current = false;
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
