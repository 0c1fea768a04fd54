/** One producer in one division within the period. */
export interface ProducerFigures {
  producerId: string;
  divisionCode: string;
  /** Covered batches registered in the period. */
  batches: number;
  /** Those of them that have a certificate which holds. */
  certified: number;
  issued: number;
  void: number;
  withdrawn: number;
  onBehalf: number;
}

export const groupings = ['county', 'town', 'producer'] as const;
export type Grouping = (typeof groupings)[number];

export type Figures = Omit<ProducerFigures, 'producerId' | 'divisionCode'> & {
  /** A division's code, or a producer's id. */
  key: string;
  divisionCode: string;
  producers: number;
  /** Producers with covered batches and not one certificate. */
  producersWithout: number;
};

const counted = ['batches', 'certified', 'issued', 'void', 'withdrawn', 'onBehalf'] as const;

/** Sums by division or producer, in the order of their keys. */
export function foldFigures(rows: readonly ProducerFigures[], by: Grouping): Figures[] {
  const groups = new Map<string, ProducerFigures[]>();
  for (const row of rows) {
    const key = by === 'producer' ? row.producerId : row.divisionCode.slice(0, by === 'county' ? 6 : 9);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, group]) => totalOf(key, group, by));
}

function totalOf(key: string, group: readonly ProducerFigures[], by: Grouping): Figures {
  const sums = Object.fromEntries(
    counted.map((name) => [name, group.reduce((sum, row) => sum + row[name], 0)]),
  ) as Record<(typeof counted)[number], number>;
  const producers = new Map<string, { batches: number; issued: number }>();
  for (const { producerId, batches, issued } of group) {
    const known = producers.get(producerId) ?? { batches: 0, issued: 0 };
    producers.set(producerId, { batches: known.batches + batches, issued: known.issued + issued });
  }
  const without = [...producers.values()].filter(({ batches, issued }) => batches > 0 && issued === 0);
  return {
    key,
    divisionCode: by === 'producer' ? (group[0]?.divisionCode ?? '') : key,
    ...sums,
    producers: producers.size,
    producersWithout: without.length,
  };
}

/** The share of the batches that have a certificate; `null` where there is no batch. */
export function shareOf({ batches, certified }: Pick<Figures, 'batches' | 'certified'>): number | null {
  return batches === 0 ? null : Math.round((certified / batches) * 10_000) / 10_000;
}
