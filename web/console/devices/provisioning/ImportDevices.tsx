import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useId, useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import type { DeviceImport } from '../../api/types.ts';
import { chosen } from '../../shared/cursor-list.ts';
import { DataTable } from '../../shared/DataTable.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { ShownOnce } from '../../shared/ShownOnce.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { useProvisioningTexts } from './texts.ts';

/** Registers many devices from a table: looks first, then does it, then hands the secrets out once. */
export function ImportDevices({ onClose }: { onClose(): void }) {
  const t = useProvisioningTexts();
  const shared = useSharedTexts();
  const client = useQueryClient();
  const fileId = useId();
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<DeviceImport | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const send = async (digest?: string) => {
    if (!file) return;
    setBusy(true);
    setError(null);
    try {
      setReport(await importTable(await file.text(), digest));
      if (digest !== undefined) await client.invalidateQueries({ queryKey: ['devices'] });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  if (report?.secrets)
    return (
      <ShownOnce
        title={t('done', { count: report.registered })}
        hint={t('secretsOnce')}
        done={t('downloaded')}
        onClose={onClose}
      >
        <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(report.secrets)}`} download="device-secrets.csv">
          {t('download')}
        </a>
      </ShownOnce>
    );
  const ready = report !== null && report.refused === 0;
  return (
    <Modal
      open
      title={t('import')}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{shared('cancel')}</Button>
          <Button disabled={!file} loading={busy && !ready} onClick={() => send()}>
            {t('check')}
          </Button>
          <Button type="primary" disabled={!ready} loading={busy && ready} onClick={() => send(report?.digest)}>
            {t('register')}
          </Button>
        </>
      }
    >
      <p>
        <label htmlFor={fileId}>{t('file')}</label>
      </p>
      <input
        id={fileId}
        type="file"
        accept=".csv,text/csv"
        onChange={(event) => {
          setFile(event.target.files?.[0] ?? null);
          setReport(null);
        }}
      />
      <p className="note">{t('columns')}</p>
      {error !== null && <ProblemNote error={error} />}
      {report && (
        <>
          <p role="status">
            {ready
              ? t('ready_summary', { count: report.rows.length })
              : t('refused_summary', { count: report.refused })}
          </p>
          <DataTable
            caption={t('rows')}
            testId="import-row"
            rows={report.rows}
            rowKey={({ row }) => String(row)}
            empty=""
            columns={[
              { key: 'row', title: t('row'), render: ({ row }) => row },
              { key: 'id', title: t('id'), names: true, render: ({ id }) => id },
              { key: 'outcome', title: t('outcome'), render: ({ outcome }) => t(outcome) },
              {
                key: 'faults',
                title: t('faults'),
                render: ({ errors }) => errors.map(({ field, message }) => `${field} ${message}`.trim()).join('; '),
              },
            ]}
          />
        </>
      )}
    </Modal>
  );
}

function importTable(table: string, digest: string | undefined): Promise<DeviceImport> {
  return answerOf(
    api.POST('/api/v1/device-imports', {
      params: { query: chosen({ digest }) },
      headers: { 'content-type': 'text/csv' },
      body: table,
      bodySerializer: (text) => text,
    }),
  );
}
