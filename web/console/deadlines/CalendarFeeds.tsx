import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { ChoiceField } from '../shared/Choice.tsx';
import { CopyButton } from '../shared/CopyButton.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { Section } from '../shared/Section.tsx';
import { ShownOnce } from '../shared/ShownOnce.tsx';
import { Time } from '../shared/Time.tsx';
import { useLanguage } from '../shared/texts.ts';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { useCalendarFeeds, useFeedVerbs } from './queries.ts';
import { useDeadlinesTexts } from './texts.ts';

/** Addresses for calendar programs; each is shown once, when it is made. */
export function CalendarFeeds() {
  const t = useDeadlinesTexts();
  const shared = useSharedTexts();
  const language = useLanguage();
  const { message } = App.useApp();
  const { data, error } = useCalendarFeeds();
  const { create, revoke } = useFeedVerbs();
  const [asking, setAsking] = useState(false);
  const [address, setAddress] = useState<string | null>(null);
  return (
    <Section title={t('feeds')} actions={<Button onClick={() => setAsking(true)}>{t('newFeed')}</Button>}>
      <p className="note">{t('feedsHint')}</p>
      {(error ?? revoke.error) && <ProblemNote error={error ?? revoke.error} />}
      {data?.items.length === 0 && <p>{t('noFeeds')}</p>}
      <ul className="plain-list">
        {data?.items.map(({ id, name, createdAt }) => (
          <li key={id} className="drawer-verbs">
            <span>
              {name} · {t('createdAt')} <Time at={createdAt} />
            </span>
            <Button
              size="small"
              loading={revoke.isPending && revoke.variables === id}
              aria-label={`${t('revoke')} ${name}`}
              onClick={() => revoke.mutate(id, { onSuccess: () => message.success(t('revoked')) })}
            >
              {t('revoke')}
            </Button>
          </li>
        ))}
      </ul>
      {asking && (
        <FormDialog<{ name: string; language: 'zh' | 'en' }>
          open
          title={t('newFeed')}
          submitText={t('newFeed')}
          initialValues={{ language }}
          onClose={() => setAsking(false)}
          onSubmit={async (values) => setAddress((await create.mutateAsync(values)).url)}
        >
          <Form.Item
            name="name"
            label={t('feedName')}
            rules={[{ required: true, whitespace: true, message: shared('required') }]}
          >
            <Input autoFocus maxLength={100} />
          </Form.Item>
          <Form.Item name="language" label={t('feedLanguage')}>
            <ChoiceField
              options={[
                { value: 'zh', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
            />
          </Form.Item>
        </FormDialog>
      )}
      {address && (
        <ShownOnce title={t('newFeed')} hint={t('feedOnce')} done={t('feedKept')} onClose={() => setAddress(null)}>
          <p className="secret">{address}</p>
          <CopyButton text={address} label={t('copyAddress')} />
        </ShownOnce>
      )}
    </Section>
  );
}
