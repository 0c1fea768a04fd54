import { Alert, App, Form, Input, Skeleton } from 'antd';
import { FormDialog } from '../shared/FormDialog.tsx';
import { writeAmount } from '../shared/format.ts';
import { ManyField } from '../shared/ManyField.tsx';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { useBilingual, useLanguage } from '../shared/texts.ts';
import { type NewConformity, useIssueConformity, useReadiness } from './queries.ts';
import { useCertificationTexts } from './texts.ts';

interface Values {
  bases: NewConformity['bases'];
  quantity?: string;
}

/** What is promised, on what it rests, for how much; and before anything is sent, what stands against it. */
export function IssueDialog({ batch, onClose }: { batch: string; onClose: () => void }) {
  const t = useCertificationTexts();
  const bilingual = useBilingual();
  const language = useLanguage();
  const { message } = App.useApp();
  const { data: ready, error } = useReadiness(batch);
  const issue = useIssueConformity();
  return (
    <FormDialog<Values>
      open
      title={`${t('issue')} ${batch}`}
      submitText={t('issue')}
      initialValues={{ bases: ['quality-control'] }}
      onClose={onClose}
      onSubmit={async ({ bases, quantity }) => {
        const amount = quantity?.trim();
        const { number } = await issue.mutateAsync({
          batchCode: batch,
          bases,
          ...(amount && ready && { quantity: { value: Number(amount), unit: ready.quantityLeft.unit } }),
        });
        message.success(t('issued', { number }));
      }}
    >
      {error && <ProblemNote error={error} />}
      {!ready && !error && <Skeleton active />}
      {ready && (
        <>
          {ready.refusals.map(({ code, text, clause }) => (
            <Alert key={code + text.en} type="error" showIcon title={bilingual(text)} description={clause} />
          ))}
          {ready.duty && <p>{t(ready.duty.duty, { clause: ready.duty.clause })}</p>}
          <p>{t('promises')}</p>
          <ul>
            {ready.promises.map((promise) => (
              <li key={promise.en}>{bilingual(promise)}</li>
            ))}
          </ul>
          <Form.Item name="bases" label={t('bases')} rules={[{ required: true, message: t('chooseBasis') }]}>
            <ManyField
              label={t('bases')}
              options={ready.bases.map(({ code, text, refusals }) => ({
                value: code,
                label: refusals[0] ? `${bilingual(text)}（${bilingual(refusals[0].text)}）` : bilingual(text),
                disabled: refusals.length > 0,
              }))}
            />
          </Form.Item>
          <Form.Item
            name="quantity"
            label={`${t('quantity')} (${ready.quantityLeft.unit})`}
            extra={t('quantityHint', {
              left: writeAmount(ready.quantityLeft.value, ready.quantityLeft.unit, language),
            })}
          >
            <Input inputMode="decimal" maxLength={12} autoComplete="off" />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
