import type { Entry, Range, View } from './view.ts';

/** A transaction's own changes of one space: values and removals in the order of keys. */
class SpaceChanges {
  readonly values = new Map<string, Buffer | undefined>();
  private sorted: string[] | undefined;

  set(key: Buffer, value: Buffer | undefined): void {
    const text = key.toString('latin1');
    if (!this.values.has(text)) this.sorted = undefined;
    this.values.set(text, value);
  }

  /** Changed keys within a range, in the range's direction. */
  within(low: string, high: string | undefined, reverse: boolean): string[] {
    this.sorted ??= [...this.values.keys()].sort((left, right) => (left < right ? -1 : 1));
    const found = this.sorted.slice(this.lowerBound(low), high === undefined ? undefined : this.lowerBound(high));
    return reverse ? found.reverse() : found;
  }

  private lowerBound(key: string): number {
    const keys = this.sorted ?? [];
    let from = 0;
    let to = keys.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((keys[middle] as string) < key) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

/** The changes of an open transaction, above its snapshot. */
export class Overlay {
  private readonly spaces = new Map<number, SpaceChanges>();

  set(space: number, key: Buffer, value: Buffer | undefined): void {
    let changes = this.spaces.get(space);
    if (!changes) {
      changes = new SpaceChanges();
      this.spaces.set(space, changes);
    }
    changes.set(key, value);
  }

  /** Whether the key was changed, and to what. */
  get(space: number, key: Buffer): { value: Buffer | undefined } | undefined {
    const values = this.spaces.get(space)?.values;
    if (!values) return undefined;
    const text = key.toString('latin1');
    return values.has(text) ? { value: values.get(text) } : undefined;
  }

  *all(): Generator<{ space: number; key: Buffer; value: Buffer | undefined }> {
    for (const [space, changes] of this.spaces) {
      for (const [key, value] of changes.values) yield { space, key: Buffer.from(key, 'latin1'), value };
    }
  }

  /** A range of the snapshot with these changes merged in. */
  merge(space: number, range: Range, base: (range: Range) => Entry[]): Entry[] {
    const changes = this.spaces.get(space);
    if (!changes) return base(range);
    const reverse = range.reverse === true;
    const keys = changes.within(range.low?.toString('latin1') ?? '', range.high?.toString('latin1'), reverse);
    if (keys.length === 0) return base(range);
    // So many of the snapshot's entries may be hidden by the changes.
    const below = base({ ...range, limit: range.limit + keys.length });
    return mergeEntries(below, keys, changes.values, reverse).slice(0, range.limit);
  }
}

function mergeEntries(
  below: Entry[],
  keys: string[],
  values: ReadonlyMap<string, Buffer | undefined>,
  reverse: boolean,
): Entry[] {
  const merged: Entry[] = [];
  let next = 0;
  const takeChange = (): void => {
    const key = keys[next++] as string;
    const value = values.get(key);
    if (value) merged.push({ key: Buffer.from(key, 'latin1'), value });
  };
  for (const entry of below) {
    const text = entry.key.toString('latin1');
    while (next < keys.length && (reverse ? (keys[next] as string) > text : (keys[next] as string) < text))
      takeChange();
    if (keys[next] === text) takeChange();
    else merged.push(entry);
  }
  while (next < keys.length) takeChange();
  return merged;
}

/** A view whose changes are kept apart until `apply`: a statement that must wait half-way leaves nothing behind. */
export function buffered(view: View): { view: View; apply(): void } {
  const overlay = new Overlay();
  return {
    view: {
      get: (space, key) => {
        const changed = overlay.get(space, key);
        return changed ? changed.value : view.get(space, key);
      },
      range: (space, range) => overlay.merge(space, range, (below) => view.range(space, below)),
      put: (space, key, value) => overlay.set(space, key, value),
      remove: (space, key) => overlay.set(space, key, undefined),
      claim: (space, key) => view.claim(space, key),
    },
    apply() {
      for (const { space, key, value } of overlay.all()) {
        if (value) view.put(space, key, value);
        else view.remove(space, key);
      }
    },
  };
}
