import { type FormInstance, Typography } from 'antd';
import { useEffect, useRef } from 'react';
import { useSharedTexts } from './texts-shared.ts';

type Name = (string | number)[];

export interface FieldErrors {
  name: Name;
  errors: string[];
}

/** What is wrong in a form, at its top, each with the way to its field; told at once to those who hear the page. */
export function ErrorSummary({ form, fields }: { form: FormInstance; fields: FieldErrors[] }) {
  const t = useSharedTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fields.length > 0) box.current?.focus();
  }, [fields]);
  if (fields.length === 0) return null;
  return (
    <section ref={box} className="error-summary" role="alert" aria-label={t('toMend')} tabIndex={-1}>
      <Typography.Text strong>{t('toMend')}</Typography.Text>
      <ul>
        {fields.map(({ name, errors }) => (
          <li key={name.join('/')}>
            <button type="button" className="link" onClick={() => form.scrollToField(name, { focus: true })}>
              {labelOf(name)}
            </button>
            {`: ${errors.join(' ')}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The words beside a field, which antd names after its path. */
function labelOf(name: Name): string {
  return document.querySelector(`label[for="${CSS.escape(name.join('_'))}"]`)?.textContent ?? name.join(' ');
}
