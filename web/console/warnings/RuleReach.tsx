import { Form, Input } from 'antd';
import { deviceKindNames, useDeviceKind, useSiteKind } from '../devices/metrics.ts';
import { siteKindNames } from '../producers/kinds.ts';
import { ChoiceField } from '../shared/Choice.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { useProductOptions } from '../standards/products.ts';
import { useWarningsTexts } from './texts.ts';

/** Which devices a rule concerns, of those in its division. */
export function RuleReach() {
  const t = useWarningsTexts();
  const shared = useSharedTexts();
  const siteKind = useSiteKind();
  const deviceKind = useDeviceKind();
  const all = shared('allOf');
  return (
    <>
      <div className="form-pair">
        <Form.Item name="siteKind" label={t('siteKind')}>
          <ChoiceField placeholder={all} options={siteKindNames.map((value) => ({ value, label: siteKind(value) }))} />
        </Form.Item>
        <Form.Item name="productId" label={t('siteProduct')}>
          <ChoiceField placeholder={all} options={useProductOptions()} />
        </Form.Item>
      </div>
      <div className="form-pair">
        <Form.Item name="deviceKind" label={t('deviceKind')}>
          <ChoiceField
            placeholder={all}
            options={deviceKindNames.map((value) => ({ value, label: deviceKind(value) }))}
          />
        </Form.Item>
        <Form.Item name="deviceId" label={t('deviceId')}>
          <Input maxLength={64} autoCapitalize="none" />
        </Form.Item>
      </div>
    </>
  );
}
