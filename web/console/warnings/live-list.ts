import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Page, Warning } from '../api/types.ts';
import { effectOn, mergeWarning, type WarningFilters } from './merge.ts';
import { warningsListKey } from './queries.ts';
import { useWarningStream } from './warning-stream.ts';

type Data = InfiniteData<Page<Warning>>;

/** Above this the reader has left the top, and new rows wait for a click. */
const topPixels = 240;

/**
 * Keeps the list of these filters up to date from the stream. Changes of shown rows are taken in at once; new rows only when the
 * reader is at the top, else they wait in `fresh` until asked for.
 */
export function useLiveList(filters: WarningFilters) {
  const client = useQueryClient();
  const { subscribe } = useWarningStream();
  const [fresh, setFresh] = useState<Warning[]>([]);

  const takeIn = useCallback(
    (warning: Warning) =>
      client.setQueryData<Data>(
        warningsListKey(filters),
        (data) => data && { ...data, pages: mergeWarning(data.pages, warning) },
      ),
    [client, filters],
  );

  useEffect(() => {
    setFresh([]);
    return subscribe((warning) => {
      const data = client.getQueryData<Data>(warningsListKey(filters));
      if (!data) return;
      const effect = effectOn(data.pages, warning, filters);
      if (effect === 'changed' || (effect === 'new' && window.scrollY < topPixels)) takeIn(warning);
      else if (effect === 'new') setFresh((waiting) => [...waiting.filter(({ id }) => id !== warning.id), warning]);
    });
  }, [client, filters, subscribe, takeIn]);

  const showFresh = () => {
    for (const warning of fresh) takeIn(warning);
    setFresh([]);
    window.scrollTo({ top: 0 });
  };
  return { fresh: fresh.length, showFresh };
}
