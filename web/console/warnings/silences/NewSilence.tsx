import { Form, Input } from 'antd';
import { SitePicker } from '../../producers/SitePicker.tsx';
import { ChoiceField } from '../../shared/Choice.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { type NewSilenceBody, useSilenceVerbs } from './queries.ts';
import { silenceKinds, useSilenceKind, useSilencesTexts } from './texts.ts';

type Values = Pick<NewSilenceBody, 'kind' | 'deviceId' | 'siteId' | 'metric' | 'from' | 'until' | 'reason'>;

const asInstant = (local: string) => new Date(local).toISOString();

export function NewSilence({ onClose }: { onClose(): void }) {
  const t = useSilencesTexts();
  const shared = useSharedTexts();
  const kind = useSilenceKind();
  const { create } = useSilenceVerbs();
  const required = { required: true, message: shared('required') };
  return (
    <FormDialog<Values>
      open
      title={t('newSilence')}
      submitText={t('create')}
      initialValues={{ kind: 'maintenance' }}
      onClose={onClose}
      onSubmit={({ deviceId, siteId, metric, from, until, ...values }) =>
        create.mutateAsync({
          ...values,
          until: asInstant(until),
          ...(from && { from: asInstant(from) }),
          ...(deviceId && { deviceId }),
          ...(siteId && { siteId }),
          ...(metric && { metric }),
        })
      }
    >
      <Form.Item name="kind" label={t('kind')} rules={[required]}>
        <ChoiceField options={silenceKinds.map((value) => ({ value, label: kind(value) }))} />
      </Form.Item>
      <p className="note">{t('matchHint')}</p>
      <Form.Item name="deviceId" label={t('device')}>
        <Input maxLength={64} autoCapitalize="none" />
      </Form.Item>
      <Form.Item name="siteId" label={t('site')}>
        <SitePicker />
      </Form.Item>
      <Form.Item name="metric" label={t('metric')}>
        <Input maxLength={64} autoCapitalize="none" />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="from" label={t('from')} extra={t('fromHint')}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="until" label={t('until')} extra={t('untilHint')} rules={[required]}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <Form.Item name="reason" label={t('reason')} rules={[{ ...required, whitespace: true }]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
