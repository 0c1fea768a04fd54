import { DataTable } from '../shared/DataTable.tsx';
import { Time } from '../shared/Time.tsx';
import { useRejectedMessages } from './queries.ts';
import { useDevicesTexts } from './texts.ts';

/** Nothing is dropped in silence: what could not be taken stands here with its reason. */
export function RejectedMessages({ device }: { device: string }) {
  const t = useDevicesTexts();
  const list = useRejectedMessages(device);
  return (
    <DataTable
      caption={t('rejected')}
      rows={list.items}
      rowKey={({ id }) => id}
      list={list}
      empty={t('noRejected')}
      columns={[
        { key: 'at', title: t('receivedAt'), names: true, render: ({ receivedAt }) => <Time at={receivedAt} /> },
        { key: 'reason', title: t('reason'), render: ({ reason }) => reason },
        { key: 'topic', title: t('topic'), render: ({ topic }) => <code>{topic}</code> },
        {
          key: 'payload',
          title: t('payload'),
          render: ({ payload, payloadEncoding }) => (
            <>
              {payloadEncoding === 'base64' && <div className="under">base64</div>}
              <code className="payload">{payload}</code>
            </>
          ),
        },
      ]}
    />
  );
}
