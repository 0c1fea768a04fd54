import { Drawer } from 'antd';
import { useState } from 'react';
import type { Webhook, WebhookDelivery } from '../../api/types.ts';
import { Chip, type Tone } from '../../shared/Chip.tsx';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { Time } from '../../shared/Time.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useEventName } from './event-name.ts';
import { type DeliveryState, useDeliveries } from './queries.ts';
import { deliveryStateNames, useDeliveryState, useWebhookTexts } from './texts.ts';

const tones: Record<DeliveryState, Tone> = { waiting: 'busy', sent: 'good', failed: 'bad' };

/** What one system was told, with each attempt and how it was answered. */
export function DeliveriesDrawer({ of, onClose }: { of: Webhook; onClose(): void }) {
  const t = useWebhookTexts();
  const stateName = useDeliveryState();
  const eventName = useEventName();
  const [state, setState] = useState<DeliveryState>();
  const list = useDeliveries({ webhook: of.id, ...(state && { state }) });
  return (
    <Drawer
      open
      size={720}
      title={t('deliveriesOf', { name: of.name })}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      onClose={onClose}
    >
      <Choice
        label={t('state')}
        value={state}
        options={deliveryStateNames.map((value) => ({ value, label: stateName(value) }))}
        onChange={(value) => setState(value as DeliveryState | undefined)}
      />
      <DataTable
        caption={t('deliveries')}
        testId="webhook-delivery-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={t('noDeliveries')}
        columns={[
          {
            key: 'event',
            title: t('events'),
            names: true,
            render: ({ id, event, record }) => (
              <>
                {eventName(event)}
                <div className="under">{record ? `${record.resource} ${record.id}` : id}</div>
              </>
            ),
          },
          { key: 'at', title: t('happenedAt'), render: ({ happenedAt }) => <Time at={happenedAt} /> },
          {
            key: 'state',
            title: t('state'),
            render: (delivery) => <Chip tone={tones[delivery.state]}>{stateName(delivery.state)}</Chip>,
          },
          { key: 'attempts', title: t('attempts'), render: (delivery) => <Attempts of={delivery} /> },
        ]}
      />
    </Drawer>
  );
}

function Attempts({ of: { attempts, nextAttemptAt } }: { of: WebhookDelivery }) {
  const t = useWebhookTexts();
  const inLanguage = useBilingual();
  return (
    <>
      {attempts.length === 0 && t('notYet')}
      {attempts.map(({ at, status, text }) => (
        <div key={at}>
          <Time at={at} /> {status === undefined ? text && inLanguage(text) : t('answered', { status })}
        </div>
      ))}
      {nextAttemptAt && attempts.length > 0 && (
        <div className="under">
          {t('nextAttempt')}: <Time at={nextAttemptAt} />
        </div>
      )}
    </>
  );
}
