import { AutoComplete, Button, Form, Input } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import type { TestResult } from '../api/types.ts';
import { showFieldProblems } from '../shared/form-problems.ts';
import { useKeptInput } from '../shared/kept-input.ts';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { useBilingual, useLanguage } from '../shared/texts.ts';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { substancesOf } from './analytes.ts';
import { useAddResult, useLimitSearch } from './queries.ts';
import { readValue } from './result-value.ts';
import { useTestingTexts } from './texts.ts';
import { VerdictChip } from './VerdictChip.tsx';

interface Values {
  analyte: string;
  value: string;
  unit: string;
  method?: string;
  loq?: string;
  measuredAt?: string;
}

/** One result after another: saved, judged at once, and ready for the next analyte with unit and method kept. */
export function ResultForm({ sampleId }: { sampleId: string }) {
  const t = useTestingTexts();
  const shared = useSharedTexts();
  const language = useLanguage();
  const [form] = Form.useForm<Values>();
  const [typed, setTyped] = useState('');
  const search = useLimitSearch(useDeferredValue(typed.trim()));
  const add = useAddResult(sampleId);
  const [unexplained, setUnexplained] = useState<unknown>(null);
  const box = useRef<HTMLDivElement>(null);
  useKeptInput(true, () => Boolean(form.getFieldValue('value')));
  const required = { required: true, whitespace: true, message: shared('required') };

  const submit = async ({ analyte, value, unit, method, loq, measuredAt }: Values) => {
    setUnexplained(null);
    try {
      await add.mutateAsync({
        analyte: analyte.trim(),
        value: readValue(value),
        unit,
        ...(method && { method }),
        ...(loq && { loq: readValue(loq) }),
        ...(measuredAt && { measuredAt: new Date(measuredAt).toISOString() }),
      });
      form.resetFields(['analyte', 'value', 'loq']);
      setTyped('');
      box.current?.querySelector('input')?.focus();
    } catch (error) {
      if (!showFieldProblems(form, error)) setUnexplained(error);
    }
  };

  return (
    <div ref={box}>
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ unit: 'mg/kg' }}
        onFinish={submit}
        className="result-form"
      >
        <Form.Item name="analyte" label={t('analyte')} extra={t('analyteHint')} rules={[required]}>
          <AutoComplete
            showSearch={{ onSearch: setTyped, filterOption: false }}
            options={substancesOf(search.data ?? [], language)}
          />
        </Form.Item>
        <Form.Item name="value" label={t('value')} extra={t('valueHint')} rules={[required]}>
          <Input autoComplete="off" inputMode="decimal" />
        </Form.Item>
        <Form.Item name="unit" label={t('unit')} rules={[required]}>
          <Input maxLength={20} autoCapitalize="none" />
        </Form.Item>
        <Form.Item name="loq" label={t('loq')}>
          <Input autoComplete="off" inputMode="decimal" />
        </Form.Item>
        <Form.Item name="method" label={t('method')} extra={t('methodHint')}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="measuredAt" label={t('measuredAt')} extra={t('measuredAtHint')}>
          <Input type="datetime-local" />
        </Form.Item>
        <div className="result-form-end">
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {t('save')}
          </Button>
        </div>
      </Form>
      {unexplained !== null && <ProblemNote error={unexplained} />}
      <div role="status">{add.data && <Judged result={add.data} />}</div>
    </div>
  );
}

/** The verdict on what was just saved, at once and with its reasons. */
function Judged({ result }: { result: TestResult }) {
  const t = useTestingTexts();
  const bilingual = useBilingual();
  return (
    <div className={`judged ${result.verdict.verdict}`} data-testid="new-verdict">
      <p>
        {t('saved')}: <strong>{result.analyte}</strong> {result.value} {result.unit}{' '}
        <VerdictChip verdict={result.verdict.verdict} />
      </p>
      <p>{bilingual(result.verdict.explanation)}</p>
    </div>
  );
}
