import type { Page } from '../../database/page.ts';
import { officialPlanKinds } from '../../testing/schema.ts';
import { figurePage } from '../figure-page.ts';
import type { FactStore } from '../figures/store.ts';
import { type PassRate, passRateTallies } from '../rules/pass-rates.ts';
import { boundsOf } from '../rules/period.ts';
import { judged } from './judged.ts';

export interface PublicPassRate extends Omit<PassRate, 'key' | 'mixedPlanKinds'> {
  /** Of the county. */
  divisionCode: string;
  /** Of sampling, e.g. 2026-05. */
  month: string;
  planKind: string;
}

const official: readonly (string | undefined)[] = officialPlanKinds;

/** 合格率 of official tests that hold today, by county, month and kind of plan: what anybody may know. */
export function createPublicPassRates(facts: Pick<FactStore, 'cells'>) {
  return {
    async publicPassRates(page: { limit: number; cursor?: string | undefined }): Promise<Page<PublicPassRate>> {
      const tallies = passRateTallies({ by: ['division', 'period', 'plan-kind'], level: 'county', period: 'month' });
      for (const cell of await facts.cells('now'))
        if (cell.kind === 'verdict' && official.includes(cell.planKind))
          tallies.add(judged(cell, boundsOf(cell.month).from), cell.count);
      const rates = tallies.rates().map(({ key, mixedPlanKinds: _, ...rate }) => ({
        ...{ divisionCode: key.division ?? '', month: key.period ?? '', planKind: key.planKind ?? '' },
        ...rate,
      }));
      return figurePage(rates, page);
    },
  };
}

export type PublicPassRates = ReturnType<typeof createPublicPassRates>;
