import { App } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ManagedUser } from '../../api/types.ts';
import { History } from '../../audit/History.tsx';
import { Division } from '../../producers/Division.tsx';
import { Facts } from '../../shared/Facts.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { Section } from '../../shared/Section.tsx';
import { Time } from '../../shared/Time.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { useRoleName } from '../roles.ts';
import { OneTimePassword } from './OneTimePassword.tsx';
import { type ReasonedVerb, type UserChange, useUser, useUserVerbs } from './queries.ts';
import { useUsersTexts } from './texts.ts';
import { UserFields } from './UserFields.tsx';
import { UserMarks } from './UserMarks.tsx';

type Doing = 'update' | 'reset-password' | ReasonedVerb;

const buttons = [
  ['update', 'edit'],
  ['reset-password', 'resetPassword'],
  ['reset-second-factor', 'resetSecondFactor'],
  ['end-sessions', 'endSessions'],
  ['disable', 'disable'],
  ['enable', 'enable'],
] as const;

/** One account, and what may be done with it. */
export function UserPage() {
  const { id = '' } = useParams();
  const t = useUsersTexts();
  const shared = useSharedTexts();
  const user = useUser(id);
  if (user.error) return <ProblemNote error={user.error} retry={user.refetch} />;
  if (!user.data) return <p aria-busy="true">{shared('loading')}</p>;
  return <Account user={user.data} listTitle={t('title')} />;
}

function Account({ user, listTitle }: { user: ManagedUser; listTitle: string }) {
  const t = useUsersTexts();
  const roleName = useRoleName();
  const { message } = App.useApp();
  const verbs = useUserVerbs(user.id);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [oneTimePassword, setOneTimePassword] = useState<string | null>(null);
  const close = () => setDoing(null);

  const withReason = async (verb: Exclude<Doing, 'update'>, reason: string) => {
    if (verb === 'reset-password') {
      setOneTimePassword((await verbs.resetPassword(reason)).oneTimePassword);
      return;
    }
    await verbs.act(verb, reason);
    message.success(t('done'));
  };

  return (
    <>
      <PageHeading
        above={<Link to="/users">{listTitle}</Link>}
        title={user.displayName}
        marks={<UserMarks user={user} />}
      />
      <Section title={t('account')}>
        <Facts
          facts={[
            [t('username'), <code key="username">{user.username}</code>],
            [t('roles'), user.roles.map(roleName).join(' · ')],
            [t('division'), <Division key="division" code={user.divisionCode} name={user.divisionName} />],
            [t('laboratory'), user.laboratory],
            [t('created'), <Time key="created" at={user.createdAt} />],
            [
              t('secondFactorSince'),
              user.secondFactorSince ? <Time key="since" at={user.secondFactorSince} /> : t('noSecondFactor'),
            ],
            [t('subject'), user.singleSignOnSubject],
          ]}
        />
        <div className="page-marks">
          {buttons.map(([verb, text]) => (
            <VerbButton key={verb} verb={verb} record={user} danger={verb === 'disable'} onClick={() => setDoing(verb)}>
              {t(text)}
            </VerbButton>
          ))}
          <VerbButton
            verb="clear-block"
            record={user}
            onClick={() =>
              verbs.clearBlock().then(
                () => message.success(t('done')),
                (error: Error) => message.error(error.message),
              )
            }
          >
            {t('clearBlock')}
          </VerbButton>
        </div>
      </Section>
      <History resource="users" record={user.id} />
      {doing === 'update' && <EditUser user={user} onClose={close} save={verbs.update} />}
      {doing && doing !== 'update' && (
        <ReasonDialog
          title={t(buttons.find(([verb]) => verb === doing)?.[1] ?? 'edit')}
          onClose={close}
          onReason={({ reason }) => withReason(doing, reason)}
        />
      )}
      {oneTimePassword && (
        <OneTimePassword
          title={t('oneTimeReset')}
          username={user.username}
          password={oneTimePassword}
          onClose={() => setOneTimePassword(null)}
        />
      )}
    </>
  );
}

interface EditProps {
  user: ManagedUser;
  onClose(): void;
  save(change: UserChange): Promise<unknown>;
}

/** Sends what was changed alone: nobody may set the own rights, not even to what they are. */
function EditUser({ user, onClose, save }: EditProps) {
  const t = useUsersTexts();
  const { message } = App.useApp();
  const { displayName, roles, divisionCode, laboratory } = user;
  const before: UserChange = { displayName, roles, divisionCode, ...(laboratory !== undefined && { laboratory }) };
  return (
    <FormDialog<UserChange>
      open
      title={t('edit')}
      submitText={t('save')}
      initialValues={before}
      onClose={onClose}
      onSubmit={async (values) => {
        const changed = Object.entries(values).filter(
          ([field, value]) => value && JSON.stringify(value) !== JSON.stringify(before[field as keyof UserChange]),
        );
        if (changed.length > 0) await save(Object.fromEntries(changed));
        message.success(t('saved'));
      }}
    >
      <UserFields />
    </FormDialog>
  );
}
