import { App, Form, Input, InputNumber } from 'antd';
import { useSiteKind } from '../devices/metrics.ts';
import { ChoiceField } from '../shared/Choice.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { siteKindNames } from './kinds.ts';
import { type NewSite, useRegisterSite } from './queries.ts';
import { useProducersTexts } from './texts.ts';

interface Values {
  name: string;
  kind: NewSite['kind'];
  point?: { longitude?: number; latitude?: number };
}

export function RegisterSite({ producerId, onClose }: { producerId: string; onClose: () => void }) {
  const t = useProducersTexts();
  const shared = useSharedTexts();
  const kindName = useSiteKind();
  const { message } = App.useApp();
  const register = useRegisterSite();
  const required = { required: true, whitespace: true, message: shared('required') };
  return (
    <FormDialog<Values>
      open
      title={t('registerSite')}
      submitText={t('registerSite')}
      initialValues={{ kind: 'plot' }}
      onClose={onClose}
      onSubmit={async ({ name, kind, point }) => {
        const { longitude, latitude } = point ?? {};
        const place = typeof longitude === 'number' &&
          typeof latitude === 'number' && { point: { longitude, latitude } };
        await register.mutateAsync({ producerId, name, kind, ...place });
        message.success(t('registered'));
      }}
    >
      <Form.Item name="name" label={t('siteName')} rules={[required]}>
        <Input autoFocus maxLength={100} />
      </Form.Item>
      <Form.Item name="kind" label={t('siteKind')} rules={[required]}>
        <ChoiceField options={siteKindNames.map((value) => ({ value, label: kindName(value) }))} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name={['point', 'longitude']} label={t('longitude')}>
          <InputNumber min={-180} max={180} />
        </Form.Item>
        <Form.Item name={['point', 'latitude']} label={t('latitude')}>
          <InputNumber min={-90} max={90} />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
