import { App, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { LimitImportReport } from '../api/types.ts';
import { ChoiceField } from '../shared/Choice.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { LoadReport } from './LoadReport.tsx';
import { type LoadQuery, useLoadLimits } from './queries.ts';
import { loadableKinds, useStandardKind, useStandardsTexts } from './texts.ts';

interface Values {
  query: Omit<LoadQuery, 'digest'>;
}

/** First a check that changes nothing, then the loading of what was checked. */
export function LoadLimits({ onClose }: { onClose: () => void }) {
  const t = useStandardsTexts();
  const shared = useSharedTexts();
  const kindName = useStandardKind();
  const { message } = App.useApp();
  const load = useLoadLimits();
  const [file, setFile] = useState<File>();
  const [fileMissing, setFileMissing] = useState(false);
  const [report, setReport] = useState<LimitImportReport>();
  const checked = report !== undefined && report.problems.length === 0;
  const required = { required: true, whitespace: true, message: shared('required') };
  return (
    <FormDialog<Values>
      open
      title={t('load')}
      submitText={checked ? t('confirm') : t('check')}
      initialValues={{ query: { kind: 'pesticide' } as Values['query'] }}
      onClose={onClose}
      onDone={() => undefined}
      onSubmit={async ({ query }) => {
        setFileMissing(file === undefined);
        if (!file) return;
        const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '' && value !== null));
        const asked = { ...(given as Values['query']), ...(checked && { digest: report.digest }) };
        const answer = await load.mutateAsync({ query: asked, file });
        setReport(answer);
        if (answer.version === undefined) return;
        message.success(t('done', { code: query.code, version: answer.version }));
        onClose();
      }}
    >
      <Form.Item
        label={t('file')}
        htmlFor="limits-file"
        extra={t('fileHint')}
        required
        {...(fileMissing && { validateStatus: 'error', help: t('fileMissing') })}
      >
        <input
          id="limits-file"
          type="file"
          accept=".xlsx,.csv,text/csv"
          onChange={({ target }) => {
            setFile(target.files?.[0]);
            setFileMissing(false);
            setReport(undefined);
          }}
        />
      </Form.Item>
      <Form.Item name={['query', 'code']} label={t('code')} rules={[required]}>
        <Input maxLength={60} placeholder="GB 2763-2026" />
      </Form.Item>
      <Form.Item name={['query', 'kind']} label={t('kind')} rules={[required]}>
        <ChoiceField options={loadableKinds.map((value) => ({ value, label: kindName(value) }))} />
      </Form.Item>
      <Form.Item name={['query', 'name']} label={t('name')} rules={[required]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={['query', 'nameEn']} label={t('nameEn')} rules={[required]}>
        <Input maxLength={100} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name={['query', 'effectiveFrom']} label={t('effectiveFrom')} rules={[required]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name={['query', 'effectiveTo']} label={t('effectiveTo')}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name={['query', 'replaces']} label={t('replaces')}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name={['query', 'source']} label={t('source')} rules={[required]}>
        <Input maxLength={500} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name={['query', 'unit']} label={t('unit')}>
          <Input maxLength={20} placeholder="mg/kg" />
        </Form.Item>
        <Form.Item name={['query', 'rowsInStandard']} label={t('rowsInStandard')}>
          <InputNumber min={1} max={1_000_000} precision={0} />
        </Form.Item>
      </div>
      {report && <LoadReport report={report} />}
    </FormDialog>
  );
}
