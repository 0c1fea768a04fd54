import { Button, Form, Input } from 'antd';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { useIdentityTexts } from './texts.ts';

interface Props {
  busy: boolean;
  error: unknown;
  onCode(code: string): void;
}

/** Asks for the code of the second factor, or a recovery code. */
export function CodeForm({ busy, error, onCode }: Props) {
  const t = useIdentityTexts();
  return (
    <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={({ code }) => onCode(code.trim())}>
      <p className="note">{t('codeHint')}</p>
      <Form.Item
        name="code"
        label={t('code')}
        rules={[{ required: true, whitespace: true, message: t('codeMissing') }]}
      >
        <Input autoFocus autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} size="large" />
      </Form.Item>
      {error !== null && <ProblemNote error={error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('continue')}
      </Button>
    </Form>
  );
}
