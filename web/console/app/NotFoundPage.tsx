import { Link } from 'react-router';
import { PageHeading } from '../shared/PageHeading.tsx';
import { useShellTexts } from './texts.ts';

export function NotFoundPage() {
  const t = useShellTexts();
  return (
    <>
      <PageHeading title={t('notFound')} />
      <p>{t('notFoundHint')}</p>
      <Link to="/">{t('toStart')}</Link>
    </>
  );
}
