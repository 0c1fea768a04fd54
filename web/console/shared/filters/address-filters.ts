import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** The filters of an address, those that are allowed; what somebody mistyped counts as not set. */
export function readFilters<Name extends string>(
  query: URLSearchParams,
  allowed: Record<Name, readonly string[] | 'text'>,
): Partial<Record<Name, string>> {
  const filters: Partial<Record<Name, string>> = {};
  for (const name of Object.keys(allowed) as Name[]) {
    const value = query.get(name);
    const values = allowed[name];
    if (value && (values === 'text' || values.includes(value))) filters[name] = value;
  }
  return filters;
}

/** Filters kept in the address, so that a link shows a colleague the same; an empty value takes the filter away. */
export function useAddressFilters<Name extends string>(allowed: Record<Name, readonly string[] | 'text'>) {
  const [query, setQuery] = useSearchParams();
  const filters = useMemo(() => readFilters(query, allowed), [query, allowed]);
  const setFilter = useCallback(
    (name: Name, value: string | undefined) => {
      setQuery(
        (before) => {
          const after = new URLSearchParams(before);
          if (value) after.set(name, value);
          else after.delete(name);
          return after;
        },
        { replace: true },
      );
    },
    [setQuery],
  );
  const clear = useCallback(() => setQuery({}, { replace: true }), [setQuery]);
  return { filters, setFilter, clear, any: Object.keys(filters).length > 0 };
}
