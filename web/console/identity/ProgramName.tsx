import { programName } from './program-name.ts';

/** The program somebody signed in with; in full where the pointer rests on it. */
export function ProgramName({ userAgent }: { userAgent: string }) {
  return (
    <span className="program-name" title={userAgent}>
      {programName(userAgent)}
    </span>
  );
}
