import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import type { WarningChannel } from '../../api/types.ts';
import { useMay } from '../../identity/session.ts';
import { Division } from '../../producers/Division.tsx';
import { Chip } from '../../shared/Chip.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { LevelChip } from '../LevelChip.tsx';
import { Deliveries } from './Deliveries.tsx';
import { NewChannel } from './NewChannel.tsx';
import { useChannels, useChannelVerbs } from './queries.ts';
import { useChannelKind, useChannelState, useChannelsTexts } from './texts.ts';

type Step = 'disable' | 'enable';

/** Where warnings go beside this console, and what went there. */
export function ChannelsPage() {
  const t = useChannelsTexts();
  const may = useMay();
  const kind = useChannelKind();
  const state = useChannelState();
  const { message } = App.useApp();
  const list = useChannels();
  const { step, test } = useChannelVerbs();
  const [making, setMaking] = useState(false);
  const [asked, setAsked] = useState<{ channel: WarningChannel; verb: Step } | null>(null);
  const [shown, setShown] = useState<WarningChannel | null>(null);

  const sendTest = async (channel: WarningChannel) => {
    await test.mutateAsync(channel.id);
    message.success(t('tested'));
    setShown(channel);
  };

  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          may('warning-channels:create') && (
            <Button type="primary" onClick={() => setMaking(true)}>
              {t('newChannel')}
            </Button>
          )
        }
      />
      <p className="note">{t('hint')}</p>
      <DataTable
        caption={t('title')}
        testId="channel-row"
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
            key: 'kind',
            title: t('kind'),
            render: (channel) => (
              <>
                {kind(channel.kind)}
                {channel.signed && <div className="under">{t('signed')}</div>}
              </>
            ),
          },
          {
            key: 'division',
            title: t('division'),
            render: ({ divisionCode, divisionName }) => <Division code={divisionCode} name={divisionName} />,
          },
          { key: 'level', title: t('leastLevel'), render: ({ leastLevel }) => <LevelChip level={leastLevel} /> },
          {
            key: 'state',
            title: t('state'),
            render: (channel) => (
              <Chip tone={channel.state === 'active' ? 'good' : 'neutral'}>{state(channel.state)}</Chip>
            ),
          },
          {
            key: 'verbs',
            title: t('deliveries'),
            render: (channel) => (
              <div className="drawer-verbs">
                <Button onClick={() => setShown(channel)}>{t('deliveries')}</Button>
                <VerbButton verb="test" record={channel} onClick={() => sendTest(channel)}>
                  {t('test')}
                </VerbButton>
                {(['disable', 'enable'] as const)
                  .filter((verb) => (channel.state === 'active') === (verb === 'disable'))
                  .map((verb) => (
                    <VerbButton key={verb} verb={verb} record={channel} onClick={() => setAsked({ channel, verb })}>
                      {t(verb)}
                    </VerbButton>
                  ))}
              </div>
            ),
          },
        ]}
      />
      {making && <NewChannel onClose={() => setMaking(false)} />}
      {asked && (
        <ReasonDialog
          title={t(asked.verb)}
          onClose={() => setAsked(null)}
          onReason={({ reason }) => step.mutateAsync({ id: asked.channel.id, verb: asked.verb, reason })}
        />
      )}
      {shown && (
        <Drawer
          open
          size={720}
          title={t('deliveriesOf', { name: shown.name })}
          styles={{ wrapper: { maxWidth: '100vw' } }}
          onClose={() => setShown(null)}
        >
          <Deliveries of={{ channel: shown.id }} empty={t('noDeliveries')} />
        </Drawer>
      )}
    </>
  );
}
