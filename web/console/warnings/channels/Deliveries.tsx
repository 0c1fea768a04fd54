import { Link } from 'react-router';
import { useDivisionName } from '../../producers/queries.ts';
import { Chip, type Tone } from '../../shared/Chip.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { People } from '../../shared/People.tsx';
import { Time } from '../../shared/Time.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { useChannelVerbs, useDeliveries } from './queries.ts';
import { useChannelKind, useChannelState, useChannelsTexts, useDeliveryEvent } from './texts.ts';

const tones: Record<string, Tone> = { waiting: 'busy', sent: 'good', failed: 'bad' };

/** What went out about a warning, or through a channel, with each attempt and why it failed. */
export function Deliveries({ of, empty }: { of: { warning?: string; channel?: string }; empty: string }) {
  const t = useChannelsTexts();
  const kind = useChannelKind();
  const state = useChannelState();
  const event = useDeliveryEvent();
  const bilingual = useBilingual();
  const divisionName = useDivisionName();
  const list = useDeliveries(of);
  const { retry } = useChannelVerbs();
  return (
    <DataTable
      caption={t('deliveries')}
      testId="delivery-row"
      rows={list.items}
      rowKey={({ id }) => id}
      list={list}
      empty={empty}
      columns={[
        {
          key: 'name',
          title: t('name'),
          names: true,
          render: ({ channelName, channelKind }) => (
            <>
              {channelName ?? kind(channelKind)}
              {channelName !== undefined && <div className="under">{kind(channelKind)}</div>}
            </>
          ),
        },
        {
          key: 'event',
          title: t('event'),
          render: (delivery) => (
            <>
              {event(delivery.event)}
              {!of.warning && delivery.warningId && (
                <div className="under">
                  <Link to={`/warnings?show=${delivery.warningId}`}>{t('warning')}</Link>
                </div>
              )}
            </>
          ),
        },
        {
          key: 'state',
          title: t('state'),
          render: (delivery) => <Chip tone={tones[delivery.state] ?? 'neutral'}>{state(delivery.state)}</Chip>,
        },
        {
          key: 'attempts',
          title: t('attempts'),
          render: ({ attempts, inDigestOf, nextAttemptAt, published, handedTo }) => (
            <>
              {attempts.map(({ at, sent, text }) => (
                <div key={at}>
                  <Time at={at} /> {sent ? t('sentAt') : text && bilingual(text)}
                </div>
              ))}
              {published?.map(({ topic, subscribers }) => (
                <div key={topic} className="under" title={topic}>
                  {divisionName(topic.slice(topic.lastIndexOf('/') + 1))} · {t('subscribers', { count: subscribers })}
                </div>
              ))}
              {handedTo?.map(({ username, at }) => (
                <div key={username}>
                  <Time at={at} /> <People usernames={[username]} />
                </div>
              ))}
              {inDigestOf && <div className="under">{t('digest', { count: inDigestOf - 1 })}</div>}
              {nextAttemptAt && attempts.length > 0 && (
                <div className="under">
                  {t('nextAttempt')}: <Time at={nextAttemptAt} />
                </div>
              )}
            </>
          ),
        },
        {
          key: 'retry',
          title: t('retry'),
          render: (delivery) =>
            delivery.state === 'failed' && (
              <VerbButton verb="retry" record={delivery} onClick={() => retry.mutate(delivery.id)}>
                {t('retry')}
              </VerbButton>
            ),
        },
      ]}
    />
  );
}
