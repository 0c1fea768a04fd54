import { Link } from 'react-router';
import type { Deadline } from '../api/types.ts';
import { recordPath } from './record-path.ts';

export function RecordLink({
  deadline: { subject, title },
  words,
}: {
  deadline: Deadline;
  words(title: Deadline['title']): string;
}) {
  const path = recordPath(subject);
  const label = subject.label === subject.id ? words(title) : subject.label;
  return (
    <>
      {path ? <Link to={path}>{label}</Link> : label}
      {subject.part && <span className="under"> {subject.part}</span>}
    </>
  );
}
