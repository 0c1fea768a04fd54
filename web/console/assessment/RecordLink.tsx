import { Link } from 'react-router';

/** Where the console shows a record; kinds without a page of their own are told by their name. */
const pages: Record<string, (id: string) => string> = {
  batches: (id) => `/batches/${encodeURIComponent(id)}`,
  samples: (id) => `/samples/${id}`,
  warnings: (id) => `/warnings?show=${id}`,
};

export function RecordLink({ resource, id, label }: { resource: string; id: string; label: string }) {
  const page = pages[resource];
  return page ? <Link to={page(id)}>{label}</Link> : <span>{label}</span>;
}
