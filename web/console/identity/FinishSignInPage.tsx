import { useQuery } from '@tanstack/react-query';
import { Button, Form, type FormInstance } from 'antd';
import { type ReactNode, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { showFieldProblems } from '../shared/form-problems.ts';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { CodeForm } from './CodeForm.tsx';
import { EnrollmentFields } from './EnrollmentFields.tsx';
import { type Confirmed, changePassword, confirmEnrollment, enroll, giveCode } from './own-account.ts';
import { type NewPassword, PasswordFields } from './PasswordFields.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { SignInFrame, safeNext } from './SignInFrame.tsx';
import { useSession, useSignOut, useTakeSession } from './session.ts';
import { useIdentityTexts } from './texts.ts';

/** What a sign-in still lacks, one thing after the other. */
export function FinishSignInPage() {
  const t = useIdentityTexts();
  const { data: user, isPending } = useSession();
  const take = useTakeSession();
  const signOut = useSignOut();
  const [confirmed, setConfirmed] = useState<Confirmed | null>(null);
  const [query] = useSearchParams();
  const titles = { code: t('codeTitle'), password: t('passwordTitle'), 'second-factor': t('factorTitle') };

  const keep = (done: Confirmed) => {
    setConfirmed(null);
    take(done.session.user);
  };

  if (isPending) return null;
  if (!user) return <Navigate to="/sign-in" replace />;
  if (!user.unfinished && !confirmed) return <Navigate to={safeNext(query.get('next'))} replace />;
  return (
    <SignInFrame title={titles[user.unfinished ?? 'second-factor']}>
      {user.unfinished === 'code' && <GiveCode />}
      {user.unfinished === 'password' && <OwnPassword />}
      {user.unfinished === 'second-factor' && !confirmed && <Enroll onConfirmed={setConfirmed} />}
      {confirmed && <RecoveryCodes codes={confirmed.recoveryCodes} onKept={() => keep(confirmed)} />}
      <Button block loading={signOut.isPending} onClick={() => signOut.mutate('here')}>
        {t('signOut')}
      </Button>
    </SignInFrame>
  );
}

/** Sends a step once at a time and keeps what was wrong with it. */
function useStep<Values>(send: (values: Values) => Promise<unknown>, form?: FormInstance) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (values: Values) => {
    setBusy(true);
    setError(null);
    try {
      await send(values);
    } catch (failure) {
      if (!form || !showFieldProblems(form, failure)) setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, submit };
}

function GiveCode() {
  const take = useTakeSession();
  const { busy, error, submit } = useStep(async (code: string) => take((await giveCode(code)).user));
  return <CodeForm busy={busy} error={error} onCode={submit} />;
}

function OwnPassword() {
  const t = useIdentityTexts();
  const take = useTakeSession();
  return (
    <StepForm<NewPassword>
      submitText={t('continue')}
      send={async (values) => take((await changePassword(values)).user)}
    >
      <p className="note">{t('passwordWhy')}</p>
      <PasswordFields />
    </StepForm>
  );
}

function Enroll({ onConfirmed }: { onConfirmed: (confirmed: Confirmed) => void }) {
  const t = useIdentityTexts();
  const { data, error, refetch } = useQuery({
    queryKey: ['enrollment'],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: () => enroll(),
  });
  if (error) return <ProblemNote error={error} retry={refetch} />;
  if (!data) return null;
  return (
    <StepForm<{ code: string }>
      submitText={t('enable')}
      send={async ({ code }) => onConfirmed(await confirmEnrollment(code))}
    >
      <p className="note">{t('factorWhy')}</p>
      <EnrollmentFields enrollment={data} />
    </StepForm>
  );
}

interface StepFormProps<Values> {
  submitText: string;
  send(values: Values): Promise<unknown>;
  children: ReactNode;
}

function StepForm<Values extends object>({ submitText, send, children }: StepFormProps<Values>) {
  const [form] = Form.useForm<Values>();
  const { busy, error, submit } = useStep<Values>(send, form as FormInstance);
  return (
    <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      {children}
      {error !== null && <ProblemNote error={error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {submitText}
      </Button>
    </Form>
  );
}
