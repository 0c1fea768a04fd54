import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { Problem } from '../api/problem.ts';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { CodeForm } from './CodeForm.tsx';
import { SignInFrame, safeNext } from './SignInFrame.tsx';
import { useSession, useSignIn, useSignInOptions } from './session.ts';
import { useIdentityTexts } from './texts.ts';

interface Credentials {
  username: string;
  password: string;
}

const problems = ['single-sign-on-failed', 'single-sign-on-unlinked', 'account-disabled'] as const;

export function SignInPage() {
  const { data: user } = useSession();
  const [query] = useSearchParams();
  const next = safeNext(query.get('next'));
  if (user) return <Navigate to={next} replace />;
  return <SignIn next={next} problem={problems.find((each) => each === query.get('problem'))} />;
}

interface Props {
  /** Where a single sign-on comes back to. */
  next: string;
  problem?: (typeof problems)[number] | undefined;
  /** Of whose session has ended. */
  username?: string | undefined;
}

/** User name and password, and the code where one is needed. */
export function SignIn({ next, problem, username }: Props) {
  const t = useIdentityTexts();
  const signIn = useSignIn();
  const [awaitingCode, setAwaitingCode] = useState<Credentials | null>(null);
  const [error, setError] = useState<unknown>(null);

  const submit = async (credentials: Credentials, code?: string) => {
    setError(null);
    try {
      await signIn.mutateAsync({ ...credentials, ...(code !== undefined && { code }) });
    } catch (failure) {
      if (failure instanceof Problem && failure.code === 'code-needed') setAwaitingCode(credentials);
      else setError(failure);
    }
  };

  if (awaitingCode)
    return (
      <SignInFrame title={t('codeTitle')}>
        <CodeForm busy={signIn.isPending} error={error} onCode={(code) => submit(awaitingCode, code)} />
        <Button
          block
          onClick={() => {
            setAwaitingCode(null);
            setError(null);
          }}
        >
          {t('startAgain')}
        </Button>
      </SignInFrame>
    );
  return (
    <SignInFrame title={t('title')}>
      {username !== undefined && <Alert type="info" showIcon title={t('ended')} />}
      {problem && error === null && <Alert type="error" showIcon title={t(problem)} role="alert" />}
      <Form<Credentials>
        layout="vertical"
        requiredMark={false}
        initialValues={{ username }}
        onFinish={(values) => submit(values)}
      >
        <Form.Item name="username" label={t('username')} rules={[{ required: true, message: t('usernameMissing') }]}>
          <Input autoComplete="username" autoCapitalize="none" size="large" />
        </Form.Item>
        <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('passwordMissing') }]}>
          <Input type="password" autoComplete="current-password" size="large" />
        </Form.Item>
        {error !== null && <SignInProblem error={error} />}
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          {t('signIn')}
        </Button>
      </Form>
      <SingleSignOn next={next} />
    </SignInFrame>
  );
}

function SignInProblem({ error }: { error: unknown }) {
  if (error instanceof Problem && error.status === 401)
    return <Alert type="error" showIcon title={error.message} role="alert" />;
  return <ProblemNote error={error} />;
}

/** A link, not a call: the browser has to leave for the provider. */
function SingleSignOn({ next }: { next: string }) {
  const t = useIdentityTexts();
  const { data } = useSignInOptions();
  if (data?.singleSignOn === undefined) return null;
  return (
    <Button block size="large" href={`/api/v1/session/single-sign-on?next=${encodeURIComponent(next)}`}>
      {t('signInBy', { name: data.singleSignOn })}
    </Button>
  );
}
