/** Pages of records, by the resource that a deadline names. */
const pages: Readonly<Record<string, string>> = {
  inspections: 'inspections',
  complaints: 'complaints',
  'certification-applications': 'certification-applications',
  certificates: 'certificates',
  cases: 'cases',
  objections: 'objections',
  samples: 'samples',
  batches: 'batches',
};

/** Where the console shows the record that a deadline is about; absent where it has no page. */
export function recordPath({ resource, id }: { resource: string; id: string }): string | undefined {
  const page = pages[resource];
  return page && `/${page}/${encodeURIComponent(id)}`;
}
