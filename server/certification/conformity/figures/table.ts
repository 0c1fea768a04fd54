import type { FiguresView } from './service.ts';

interface Period {
  from: Date;
  to: Date;
}

const columns: readonly (readonly [title: string, value: (row: FiguresView, period: Period) => string])[] = [
  ['区划 · Division', ({ divisionName, divisionCode }) => `${divisionName} ${divisionCode}`],
  ['名称 · Name', ({ name }) => name],
  ['类别 · Kind', ({ producerKind }) => producerKind ?? ''],
  ['义务 · Duty', ({ duty }) => duty ?? ''],
  ['从 · From', (_row, { from }) => from.toISOString()],
  ['至 · To', (_row, { to }) => to.toISOString()],
  ['主体数 · Producers', ({ producers }) => String(producers)],
  ['未开证主体 · Producers without', ({ producersWithout }) => String(producersWithout)],
  ['批次 · Batches', ({ batches }) => String(batches)],
  ['已开证批次 · Certified', ({ certified }) => String(certified)],
  ['开证率 · Share', ({ share }) => (share === null ? '' : String(share))],
  ['开具 · Issued', ({ issued }) => String(issued)],
  ['作废 · Void', (row) => String(row.void)],
  ['撤销 · Withdrawn', ({ withdrawn }) => String(withdrawn)],
  ['代录 · On behalf', ({ onBehalf }) => String(onBehalf)],
];

/** A head and a row for each group, as text. */
export function figuresTable({ rows, ...period }: Period & { rows: readonly FiguresView[] }): string[][] {
  return [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, value]) => value(row, period)))];
}
