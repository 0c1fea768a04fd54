import type { Page, Warning } from '../api/types.ts';

export interface WarningFilters {
  state?: string;
  level?: string;
  kind?: string;
  batch?: string;
  device?: string;
}

export function matches(warning: Warning, filters: WarningFilters): boolean {
  return (
    // It is listed in the warning about what is above it.
    warning.quiet?.because !== 'inhibition' &&
    (!filters.state || warning.state === filters.state) &&
    (!filters.level || warning.level === filters.level) &&
    (!filters.kind || warning.kind === filters.kind) &&
    (!filters.batch || warning.batchCode === filters.batch) &&
    (!filters.device || warning.deviceId === filters.device)
  );
}

/** What the stream says of a list: nothing to it, a row it holds changed, or a new row for its top. */
export type Effect = 'none' | 'changed' | 'new';

/**
 * Where a changed warning belongs in the pages already loaded. A row that is shown stays even if it no longer matches the
 * filters: nothing moves under the reader's hand; the next load takes it away.
 */
export function effectOn(pages: Page<Warning>[], warning: Warning, filters: WarningFilters): Effect {
  const shown = pages.some((page) => page.items.some(({ id }) => id === warning.id));
  if (shown) return 'changed';
  if (!matches(warning, filters)) return 'none';
  const last = pages.at(-1);
  const oldest = last?.items.at(-1);
  // Older than what is loaded: it comes with a later page.
  if (last?.nextCursor && oldest && warning.id < oldest.id) return 'none';
  return 'new';
}

/** Takes a changed warning into the loaded pages: newest first by id, each once, never an older state over a newer one. */
export function mergeWarning(pages: Page<Warning>[], warning: Warning): Page<Warning>[] {
  let shown = false;
  const changed = pages.map((page) => {
    if (!page.items.some(({ id }) => id === warning.id)) return page;
    shown = true;
    return {
      ...page,
      items: page.items.map((known) =>
        known.id === warning.id && known.updatedAt <= warning.updatedAt ? warning : known,
      ),
    };
  });
  if (shown) return changed;
  const at = changed.findIndex(({ items }) => items.some(({ id }) => id < warning.id));
  const target = at === -1 ? changed.length - 1 : at;
  return changed.map((page, index) => (index === target ? { ...page, items: inOrder(page.items, warning) } : page));
}

function inOrder(items: Warning[], warning: Warning): Warning[] {
  const at = items.findIndex(({ id }) => id < warning.id);
  return at === -1 ? [...items, warning] : [...items.slice(0, at), warning, ...items.slice(at)];
}

/** How many of each level arrived, for one short announcement. */
export function countByLevel(warnings: Warning[]): Record<Warning['level'], number> {
  const counts = { red: 0, orange: 0, yellow: 0, blue: 0 };
  for (const { level } of warnings) counts[level] += 1;
  return counts;
}

/** A message of the stream, or `null` where it is not a warning. */
export function readWarning(data: string): Warning | null {
  try {
    const value = JSON.parse(data) as Partial<Warning> | null;
    const complete = value?.id && value.level && value.state && value.updatedAt && value.title && value.allowed;
    return complete ? (value as Warning) : null;
  } catch {
    return null;
  }
}
