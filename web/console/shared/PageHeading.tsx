import { type ReactNode, useEffect } from 'react';
import { useShellTexts } from '../app/texts.ts';

export function useDocumentTitle(title: string): void {
  const product = useShellTexts()('product');
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product;
  }, [title, product]);
}

interface Props {
  title: string;
  /** Beside the title: chips that say how the record stands. */
  marks?: ReactNode;
  /** What can be done here; one of them primary. */
  actions?: ReactNode;
  /** Above the title: the way back. */
  above?: ReactNode;
}

export function PageHeading({ title, marks, actions, above }: Props) {
  useDocumentTitle(title);
  return (
    <div className="page-heading">
      {above && <div className="page-above">{above}</div>}
      <div className="page-heading-line">
        <h1>{title}</h1>
        {marks && <div className="page-marks">{marks}</div>}
        {actions && <div className="page-actions">{actions}</div>}
      </div>
    </div>
  );
}
