import { Link } from 'react-router';
import type { EnforcementCase } from '../api/types.ts';
import { useSourceWord } from './words.ts';

/** Where the console shows such a record; the others are named without a link. */
const pages: Partial<Record<string, (id: string) => string>> = {
  samples: (id) => `/samples/${id}`,
  warnings: (id) => `/warnings?show=${id}`,
};

export function Sources({ sources }: Pick<EnforcementCase['clue'], 'sources'>) {
  const word = useSourceWord();
  return (
    <>
      {sources.map(({ resource, id, label }) => {
        const page = pages[resource]?.(id);
        return (
          <div key={id}>
            {word(resource)} {page ? <Link to={page}>{label}</Link> : label}
          </div>
        );
      })}
    </>
  );
}
