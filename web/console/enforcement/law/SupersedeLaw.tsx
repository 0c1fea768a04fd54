import { Alert, Checkbox, Form, Input } from 'antd';
import type { PenaltyLaw } from '../../api/types.ts';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { bandInWords, basisWords, figureInWords, unitWords } from './fine-words.ts';
import { nextVersion } from './next-version.ts';
import { type LawRow, useSupersedeLaw } from './queries.ts';
import { useLawTexts } from './texts.ts';

interface Props {
  row: PenaltyLaw;
  onClose(): void;
  onDone(): void;
}

interface Values {
  row: LawRow;
  reason: string;
}

/** The next version of a provision: its figures, its days and where they were read; its acts and parties stay. */
export function SupersedeLaw({ row: before, onClose, onDone }: Props) {
  const t = useLawTexts();
  const shared = useSharedTexts();
  const supersede = useSupersedeLaw();
  const required = { required: true, message: shared('required') };
  const { version: _v, enteredBy: _b, enteredAt: _a, reason: _r, inForce: _f, effectiveFrom: _e, ...kept } = before;
  return (
    <FormDialog<Values>
      open
      title={t('supersede')}
      submitText={t('supersede')}
      initialValues={{ row: { ...kept, effectiveTo: undefined, sourceChecked: true } as never, reason: '' }}
      onClose={onClose}
      onSubmit={async ({ row, reason }) => {
        await supersede.mutateAsync({ row: nextVersion(kept, row) as LawRow, reason });
        onDone();
      }}
    >
      <Alert type="info" showIcon title={t('supersedeHint')} />
      <div className="form-pair">
        <Form.Item name={['row', 'effectiveFrom']} label={t('effectiveFrom')} rules={[required]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name={['row', 'effectiveTo']} label={t('effectiveTo')}>
          <Input type="date" />
        </Form.Item>
      </div>
      {before.kind === 'article' && <Bands article={before} />}
      {before.kind === 'figure' && <Values figure={before} />}
      {before.kind === 'discretion' && <Shares />}
      <Form.Item name={['row', 'source']} label={t('source')} rules={[required]}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name={['row', 'sourceChecked']} valuePropName="checked">
        <Checkbox>{t('checked')}</Checkbox>
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={[required]}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}

function Amount({ name, label, optional = false }: { name: (string | number)[]; label: string; optional?: boolean }) {
  const shared = useSharedTexts();
  return (
    <Form.Item name={name} label={label} rules={optional ? [] : [{ required: true, message: shared('required') }]}>
      <Input inputMode="decimal" maxLength={15} />
    </Form.Item>
  );
}

function Bands({ article }: { article: Extract<PenaltyLaw, { kind: 'article' }> }) {
  const t = useLawTexts();
  const bilingual = useBilingual();
  const basis = bilingual(basisWords[article.basis]);
  return article.bands.map((band, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a band is its place in the article
    <fieldset key={index} className="form-rows">
      <legend className="form-rows-title">{t('band', { number: index + 1 })}</legend>
      <p className="note">{bilingual(bandInWords(band, article.basis))}</p>
      <div className="form-pair">
        {band.from !== undefined && <Amount name={['row', 'bands', index, 'from']} label={t('basisFrom', { basis })} />}
        {band.below !== undefined && (
          <Amount name={['row', 'bands', index, 'below']} label={t('basisBelow', { basis })} />
        )}
        {'to' in band.fine ? (
          <>
            <Amount name={['row', 'bands', index, 'fine', 'from']} label={t('fineFrom')} optional />
            <Amount name={['row', 'bands', index, 'fine', 'to']} label={t('fineTo')} />
          </>
        ) : (
          <>
            <Amount name={['row', 'bands', index, 'fine', 'timesFrom']} label={t('timesFrom')} />
            <Amount name={['row', 'bands', index, 'fine', 'timesTo']} label={t('timesTo')} />
          </>
        )}
      </div>
    </fieldset>
  ));
}

function Values({ figure }: { figure: Extract<PenaltyLaw, { kind: 'figure' }> }) {
  const t = useLawTexts();
  const bilingual = useBilingual();
  return figure.values.map((value, index) => (
    <Amount
      key={figureInWords(value).zh}
      name={['row', 'values', index, 'value']}
      label={`${bilingual(figureInWords(value))} · ${t('value', { unit: bilingual(unitWords[value.unit]) })}`}
    />
  ));
}

function Shares() {
  const t = useLawTexts();
  return (['range', 'maximum-only'] as const).flatMap((range) =>
    (['light', 'ordinary', 'heavy'] as const).map((band) => (
      <fieldset key={`${range} ${band}`} className="form-rows">
        <legend className="form-rows-title">{t('sharesOf', { band: t(band), range: t(range) })}</legend>
        <div className="form-pair">
          <Amount name={['row', 'bands', range, band, 0]} label={t('shareFrom')} />
          <Amount name={['row', 'bands', range, band, 1]} label={t('shareTo')} />
        </div>
      </fieldset>
    )),
  );
}
