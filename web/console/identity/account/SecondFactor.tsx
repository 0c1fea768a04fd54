import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { Chip } from '../../shared/Chip.tsx';
import { Facts } from '../../shared/Facts.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { Section } from '../../shared/Section.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { EnrollmentFields } from '../EnrollmentFields.tsx';
import { confirmEnrollment, type Enrollment, enroll } from '../own-account.ts';
import { RecoveryCodes } from '../RecoveryCodes.tsx';
import { useSession, useTakeSession } from '../session.ts';
import { useIdentityTexts } from '../texts.ts';
import { useAccountTexts } from './texts.ts';

type Doing = 'enroll' | 'renew' | 'remove' | null;

export function SecondFactor() {
  const t = useAccountTexts();
  const { data: user, refetch } = useSession();
  const [doing, setDoing] = useState<Doing>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const stop = () => setDoing(null);
  const show = (recoveryCodes: string[]) => {
    stop();
    setCodes(recoveryCodes);
  };
  if (!user) return null;
  const actions = user.secondFactor ? (
    <>
      <Button onClick={() => setDoing('renew')}>{t('newCodes')}</Button>
      <Button onClick={() => setDoing('remove')}>{t('remove')}</Button>
    </>
  ) : (
    <Button onClick={() => setDoing('enroll')}>{t('enroll')}</Button>
  );
  return (
    <Section title={t('factorSection')} actions={actions}>
      <Facts
        facts={[
          [
            t('factorSection'),
            <Chip key="state" tone={user.secondFactor ? 'good' : 'neutral'}>
              {user.secondFactor ? t('factorOn') : t('factorOff')}
            </Chip>,
          ],
          [t('codesLeft'), user.recoveryCodesLeft],
        ]}
      />
      {doing === 'enroll' && <Enroll onClose={stop} onCodes={show} />}
      {doing === 'renew' && <Renew onClose={stop} onCodes={show} />}
      {doing === 'remove' && <Remove onClose={stop} onDone={refetch} />}
      {codes && (
        <RecoveryCodes
          codes={codes}
          onKept={() => {
            setCodes(null);
            refetch();
          }}
        />
      )}
    </Section>
  );
}

interface Step {
  onClose(): void;
  onCodes(codes: string[]): void;
}

/** The password first, then the QR code and the app's first code. */
function Enroll({ onClose, onCodes }: Step) {
  const t = useAccountTexts();
  const identity = useIdentityTexts();
  const take = useTakeSession();
  const [enrollment, setEnrollment] = useState<Enrollment | null>(null);
  if (!enrollment)
    return (
      <FormDialog<{ password?: string }>
        open
        title={t('enroll')}
        submitText={t('next')}
        onClose={onClose}
        onDone={() => {}}
        onSubmit={async ({ password }) => setEnrollment(await enroll(password))}
      >
        <OwnPassword autoFocus />
      </FormDialog>
    );
  return (
    <FormDialog<{ code: string }>
      key="confirm"
      open
      title={t('enroll')}
      submitText={identity('enable')}
      onClose={onClose}
      onDone={() => {}}
      onSubmit={async ({ code }) => {
        const { recoveryCodes, session } = await confirmEnrollment(code);
        take(session.user);
        onCodes(recoveryCodes);
      }}
    >
      <EnrollmentFields enrollment={enrollment} />
    </FormDialog>
  );
}

interface Guarded {
  password?: string;
  code: string;
}

function Renew({ onClose, onCodes }: Step) {
  const t = useAccountTexts();
  return (
    <FormDialog<Guarded>
      open
      title={t('newCodes')}
      submitText={t('newCodes')}
      onClose={onClose}
      onDone={() => {}}
      onSubmit={async (body) =>
        onCodes((await answerOf(api.POST('/api/v1/second-factor/recovery-codes', { body }))).recoveryCodes)
      }
    >
      <p className="note">{t('newCodesHint')}</p>
      <GuardFields />
    </FormDialog>
  );
}

function Remove({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const t = useAccountTexts();
  const { message } = App.useApp();
  return (
    <FormDialog<Guarded>
      open
      title={t('remove')}
      submitText={t('remove')}
      onClose={onClose}
      onSubmit={async (body) => {
        await answerOf(api.POST('/api/v1/second-factor/remove', { body }));
        message.success(t('removed'));
        onDone();
      }}
    >
      <GuardFields />
    </FormDialog>
  );
}

/** Whoever came by single sign-on leaves it empty: the server knows. */
function OwnPassword({ autoFocus }: { autoFocus?: boolean }) {
  const t = useAccountTexts();
  return (
    <Form.Item name="password" label={t('ownPassword')}>
      <Input type="password" autoComplete="current-password" autoFocus={autoFocus === true} />
    </Form.Item>
  );
}

function GuardFields() {
  const identity = useIdentityTexts();
  const shared = useSharedTexts();
  return (
    <>
      <OwnPassword autoFocus />
      <Form.Item
        name="code"
        label={identity('code')}
        rules={[{ required: true, whitespace: true, message: shared('required') }]}
      >
        <Input autoComplete="one-time-code" autoCapitalize="none" />
      </Form.Item>
    </>
  );
}
