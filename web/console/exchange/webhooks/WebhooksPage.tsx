import { App, Button } from 'antd';
import { useState } from 'react';
import type { Webhook } from '../../api/types.ts';
import { useMay } from '../../identity/session.ts';
import { Division } from '../../producers/Division.tsx';
import { Chip } from '../../shared/Chip.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { DeliveriesDrawer } from './DeliveriesDrawer.tsx';
import { useEventName } from './event-name.ts';
import { NewWebhook } from './NewWebhook.tsx';
import { useWebhooks, useWebhookVerbs } from './queries.ts';
import { ReplayDialog } from './ReplayDialog.tsx';
import { useWebhookState, useWebhookTexts } from './texts.ts';

type Asked = { webhook: Webhook; verb: 'disable' | 'enable' | 'replay' };

/** Systems that are told what happens, and what became of telling them. */
export function WebhooksPage() {
  const t = useWebhookTexts();
  const may = useMay();
  const stateName = useWebhookState();
  const eventName = useEventName();
  const { message } = App.useApp();
  const list = useWebhooks();
  const { step, test } = useWebhookVerbs();
  const [making, setMaking] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const [shown, setShown] = useState<Webhook>();

  const sendTest = async (webhook: Webhook) => {
    await test.mutateAsync(webhook.id);
    message.success(t('tested'));
    setShown(webhook);
  };
  const verbsOf = (webhook: Webhook) => (
    <div className="drawer-verbs">
      <Button onClick={() => setShown(webhook)}>{t('deliveries')}</Button>
      <VerbButton verb="test" record={webhook} onClick={() => sendTest(webhook)}>
        {t('test')}
      </VerbButton>
      {(['replay', webhook.state === 'active' ? 'disable' : 'enable'] as const).map((verb) => (
        <VerbButton key={verb} verb={verb} record={webhook} onClick={() => setAsked({ webhook, verb })}>
          {t(verb)}
        </VerbButton>
      ))}
    </div>
  );

  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          may('webhooks:create') && (
            <Button type="primary" onClick={() => setMaking(true)}>
              {t('newWebhook')}
            </Button>
          )
        }
      />
      <p className="note">{t('hint')}</p>
      <DataTable
        caption={t('title')}
        testId="webhook-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={t('none')}
        columns={[
          {
            key: 'name',
            title: t('name'),
            names: true,
            render: ({ name, reaches }) => (
              <>
                {name}
                <div className="under">{reaches}</div>
              </>
            ),
          },
          {
            key: 'division',
            title: t('division'),
            render: ({ divisionCode, divisionName }) => <Division code={divisionCode} name={divisionName} />,
          },
          { key: 'events', title: t('events'), render: ({ events }) => events.map(eventName).join(' · ') },
          {
            key: 'state',
            title: t('state'),
            render: ({ state }) => <Chip tone={state === 'active' ? 'good' : 'neutral'}>{stateName(state)}</Chip>,
          },
          { key: 'verbs', title: t('steps'), render: verbsOf },
        ]}
      />
      {making && <NewWebhook onClose={() => setMaking(false)} />}
      {asked && asked.verb !== 'replay' && (
        <ReasonDialog
          title={t(asked.verb)}
          onClose={() => setAsked(undefined)}
          onReason={({ reason }) =>
            step.mutateAsync({ id: asked.webhook.id, verb: asked.verb as 'disable' | 'enable', reason })
          }
        />
      )}
      {asked?.verb === 'replay' && <ReplayDialog id={asked.webhook.id} onClose={() => setAsked(undefined)} />}
      {shown && <DeliveriesDrawer of={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}
