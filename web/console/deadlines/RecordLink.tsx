import { Link } from 'react-router';
import type { Deadline } from '../api/types.ts';
import { recordPath } from './record-path.ts';
import { useDeadlinesTexts } from './texts.ts';

/** The record that a deadline is about, by its number where it has one. */
export function RecordLink({ deadline: { subject } }: { deadline: Deadline }) {
  const t = useDeadlinesTexts();
  const path = recordPath(subject);
  const label = subject.label === subject.id && path ? t('openRecord') : subject.label;
  return (
    <>
      {path ? <Link to={path}>{label}</Link> : label}
      {subject.part && <span className="under"> {subject.part}</span>}
    </>
  );
}
