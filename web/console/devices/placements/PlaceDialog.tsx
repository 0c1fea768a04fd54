import { App, Form, Input } from 'antd';
import { SitePicker } from '../../producers/SitePicker.tsx';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { fromInput } from './moments.ts';
import { usePlacing } from './queries.ts';
import { usePlacementsTexts } from './texts.ts';

interface Values {
  siteId?: string;
  from?: string;
}

export function PlaceDialog({ deviceId, onClose }: { deviceId: string; onClose(): void }) {
  const t = usePlacementsTexts();
  const { message } = App.useApp();
  const { place } = usePlacing(deviceId);
  return (
    <ReasonDialog<Values>
      title={t('place')}
      onClose={onClose}
      onReason={async ({ reason, siteId, from }) => {
        const since = fromInput(from);
        await place({ reason, ...(siteId && { siteId }), ...(since && { from: since }) });
        message.success(t('done'));
      }}
    >
      <Form.Item name="siteId" label={t('site')}>
        <SitePicker placeholder={t('store')} />
      </Form.Item>
      <Form.Item name="from" label={t('since')} extra={t('sinceHint')}>
        <Input type="datetime-local" step={1} />
      </Form.Item>
    </ReasonDialog>
  );
}
