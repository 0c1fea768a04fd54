import { App, Form, Input, InputNumber } from 'antd';
import type { Site } from '../api/types.ts';
import { useSiteKind } from '../devices/metrics.ts';
import { ChoiceField } from '../shared/Choice.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { ProductsField } from '../standards/ProductsField.tsx';
import { siteKindNames } from './kinds.ts';
import { type NewSite, useCorrectSite, useRegisterSite } from './queries.ts';
import { useProducersTexts } from './texts.ts';

interface Values {
  name: string;
  kind: NewSite['kind'];
  point?: { longitude?: number | null; latitude?: number | null };
  productIds: string[];
}

/** Registers a site of a producer, or corrects the one that is given. */
export function SiteForm({ producerId, site, onClose }: { producerId: string; site?: Site; onClose: () => void }) {
  const t = useProducersTexts();
  const shared = useSharedTexts();
  const kindName = useSiteKind();
  const { message } = App.useApp();
  const register = useRegisterSite();
  const correct = useCorrectSite();
  const required = { required: true, whitespace: true, message: shared('required') };
  const title = t(site ? 'correctSite' : 'registerSite');
  return (
    <FormDialog<Values>
      open
      title={title}
      submitText={title}
      initialValues={site ?? { kind: 'plot', productIds: [] }}
      onClose={onClose}
      onSubmit={async ({ name, kind, point, productIds }) => {
        const { longitude, latitude } = point ?? {};
        const place = typeof longitude === 'number' && typeof latitude === 'number' ? { longitude, latitude } : null;
        await (site
          ? correct.mutateAsync({ id: site.id, body: { name, point: place, productIds } })
          : register.mutateAsync({ producerId, name, kind, productIds, ...(place && { point: place }) }));
        message.success(t(site ? 'corrected' : 'registered'));
      }}
    >
      <Form.Item name="name" label={t('siteName')} rules={[required]}>
        <Input autoFocus maxLength={100} />
      </Form.Item>
      {!site && (
        <Form.Item name="kind" label={t('siteKind')} rules={[required]}>
          <ChoiceField options={siteKindNames.map((value) => ({ value, label: kindName(value) }))} />
        </Form.Item>
      )}
      <Form.Item name="productIds" label={t('products')} extra={t('productsHint')}>
        <ProductsField />
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
