import { App, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { StandardImportReport } from '../api/types.ts';
import { ChoiceField } from '../shared/Choice.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { LoadProgress } from './LoadProgress.tsx';
import { LoadReport } from './LoadReport.tsx';
import { type LoadQuery, useLoadStandard } from './queries.ts';
import { holdsLimits, standardKinds, useStandardKind, useStandardsTexts } from './texts.ts';

interface Values {
  query: Omit<LoadQuery, 'digest'>;
}

/** First a check that changes nothing, then the loading of what was checked. */
export function LoadStandard({ onClose }: { onClose: () => void }) {
  const t = useStandardsTexts();
  const shared = useSharedTexts();
  const kindName = useStandardKind();
  const { message } = App.useApp();
  const load = useLoadStandard();
  const [file, setFile] = useState<File>();
  const [fileMissing, setFileMissing] = useState(false);
  const [sent, setSent] = useState<number>();
  const [report, setReport] = useState<StandardImportReport>();
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
        setSent(0);
        const answer = await load
          .mutateAsync({ query: asked, file, onProgress: setSent })
          .finally(() => setSent(undefined));
        setReport(answer);
        if (answer.version === undefined) return;
        message.success(t('done', { code: query.code, version: answer.version }));
        onClose();
      }}
    >
      <Form.Item
        label={t('file')}
        htmlFor="standard-file"
        extra={<FileHint />}
        required
        {...(fileMissing && { validateStatus: 'error', help: t('fileMissing') })}
      >
        <input
          id="standard-file"
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
        <ChoiceField options={standardKinds.map((value) => ({ value, label: kindName(value) }))} />
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
        <UnitOfLimits />
        <Form.Item name={['query', 'rowsInStandard']} label={t('rowsInStandard')}>
          <InputNumber min={1} max={1_000_000} precision={0} />
        </Form.Item>
      </div>
      {sent !== undefined && <LoadProgress sent={sent} loading={checked} />}
      {report && <LoadReport report={report} />}
    </FormDialog>
  );
}

function useKind(): string {
  return Form.useWatch<string | undefined>(['query', 'kind']) ?? 'pesticide';
}

/** Which columns a file of the chosen kind has. */
function FileHint() {
  const t = useStandardsTexts();
  const kind = useKind();
  const columns = kind === 'banned' || kind === 'substances' || kind === 'classification' ? kind : 'limits';
  return `${t(`columns-${columns}`)} ${t('template')}`;
}

function UnitOfLimits() {
  const t = useStandardsTexts();
  if (!holdsLimits(useKind())) return null;
  return (
    <Form.Item name={['query', 'unit']} label={t('unit')}>
      <Input maxLength={20} placeholder="mg/kg" />
    </Form.Item>
  );
}
