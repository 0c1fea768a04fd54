import { App, Button } from 'antd';
import { useState } from 'react';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { Section } from '../../shared/Section.tsx';
import { changePassword } from '../own-account.ts';
import { type NewPassword, PasswordFields } from '../PasswordFields.tsx';
import { useTakeSession } from '../session.ts';
import { useIdentityTexts } from '../texts.ts';
import { ApiTokens } from './ApiTokens.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { Sessions } from './Sessions.tsx';
import { useAccountTexts } from './texts.ts';

/** What a person keeps of the own account. */
export function AccountPage() {
  const t = useAccountTexts();
  return (
    <>
      <PageHeading title={t('title')} />
      <Password />
      <SecondFactor />
      <Sessions />
      <ApiTokens />
    </>
  );
}

function Password() {
  const t = useAccountTexts();
  const identity = useIdentityTexts();
  const take = useTakeSession();
  const { message } = App.useApp();
  const [changing, setChanging] = useState(false);
  return (
    <Section
      title={t('passwordSection')}
      actions={<Button onClick={() => setChanging(true)}>{identity('changePassword')}</Button>}
    >
      <p className="note">{t('passwordHint')}</p>
      {changing && (
        <FormDialog<NewPassword>
          open
          title={identity('changePassword')}
          submitText={identity('changePassword')}
          onClose={() => setChanging(false)}
          onSubmit={async (values) => {
            take((await changePassword(values)).user);
            message.success(identity('passwordChanged'));
          }}
        >
          <PasswordFields />
        </FormDialog>
      )}
    </Section>
  );
}
