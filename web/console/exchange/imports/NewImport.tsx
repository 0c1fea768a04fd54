import { Form } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ChoiceField } from '../../shared/Choice.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { type ImportedRegister, useSendTable } from './queries.ts';
import { importedRegisters, useImportTexts, useRegisterName } from './texts.ts';

/** Which register, and the table for it; what becomes of it is told on a page of its own. */
export function NewImport({ onClose }: { onClose(): void }) {
  const t = useImportTexts();
  const registerName = useRegisterName();
  const navigate = useNavigate();
  const send = useSendTable();
  const [file, setFile] = useState<File>();
  const [fileMissing, setFileMissing] = useState(false);
  const [sent, setSent] = useState<number>();
  return (
    <FormDialog<{ register: ImportedRegister }>
      open
      title={t('newImport')}
      submitText={t('send')}
      initialValues={{ register: 'producers' }}
      onClose={onClose}
      onDone={() => undefined}
      onSubmit={async ({ register }) => {
        setFileMissing(file === undefined);
        if (!file) return;
        const { id } = await send
          .mutateAsync({ register, file, onProgress: setSent })
          .finally(() => setSent(undefined));
        navigate(`/register-imports/${id}`);
      }}
    >
      <Form.Item name="register" label={t('register')}>
        <ChoiceField options={importedRegisters.map((value) => ({ value, label: registerName(value) }))} />
      </Form.Item>
      <Form.Item
        label={t('file')}
        htmlFor="register-file"
        required
        extra={<Template />}
        {...(fileMissing && { validateStatus: 'error', help: t('fileMissing') })}
      >
        <input
          id="register-file"
          type="file"
          accept=".xlsx,.csv,text/csv"
          onChange={({ target }) => {
            setFile(target.files?.[0]);
            setFileMissing(false);
          }}
        />
      </Form.Item>
      {sent !== undefined && <progress aria-label={t('sending')} {...(sent < 1 && { value: sent })} />}
    </FormDialog>
  );
}

function Template() {
  const t = useImportTexts();
  const register = Form.useWatch<string | undefined>('register') ?? 'producers';
  return (
    <>
      {t('template')} <a href={`/api/v1/register-exports?register=${register}&format=xlsx`}>{t('exported')}</a>
    </>
  );
}
