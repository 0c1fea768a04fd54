import { Alert, Button, Form, Input } from 'antd';
import { Navigate, useSearchParams } from 'react-router';
import { Problem } from '../api/problem.ts';
import { ShellControls } from '../app/ShellControls.tsx';
import { useShellTexts } from '../app/texts.ts';
import { useDocumentTitle } from '../shared/PageHeading.tsx';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { useSession, useSignIn } from './session.ts';
import { useIdentityTexts } from './texts.ts';

/** Only a path of this console: an address from outside must not lead elsewhere after signing in. */
function safeNext(next: string | null): string {
  return next?.startsWith('/') && !next.startsWith('//') ? next : '/';
}

export function SignInPage() {
  const t = useIdentityTexts();
  const shell = useShellTexts();
  const { data: user } = useSession();
  const signIn = useSignIn();
  const [query] = useSearchParams();
  useDocumentTitle(t('title'));

  if (user) return <Navigate to={safeNext(query.get('next'))} replace />;
  const wrong = signIn.error instanceof Problem && signIn.error.status === 401;
  return (
    <div className="sign-in">
      <header>
        <ShellControls />
      </header>
      <main>
        <p className="sign-in-name">{shell('product')}</p>
        <h1>{t('title')}</h1>
        <Form<{ username: string; password: string }>
          layout="vertical"
          requiredMark={false}
          onFinish={(values) => signIn.mutate(values)}
        >
          <Form.Item name="username" label={t('username')} rules={[{ required: true, message: t('usernameMissing') }]}>
            <Input autoComplete="username" autoCapitalize="none" size="large" />
          </Form.Item>
          <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('passwordMissing') }]}>
            <Input type="password" autoComplete="current-password" size="large" />
          </Form.Item>
          {wrong && <Alert type="error" showIcon title={t('wrong')} role="alert" />}
          {signIn.error && !wrong && <ProblemNote error={signIn.error} />}
          <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
            {t('signIn')}
          </Button>
        </Form>
      </main>
    </div>
  );
}
