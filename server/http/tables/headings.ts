import type { TableForm } from './read-table.ts';

/** The columns of a table for whoever writes one: the first heading of each with its others, and which are needed. Markdown. */
export function headingsOf<Column extends string>({
  columns,
  needed,
}: Pick<TableForm<Column>, 'columns' | 'needed'>): string {
  return (Object.entries(columns) as [Column, readonly string[]][])
    .map(([column, [first, ...others]]) => {
      const also = others.length ? ` (also ${others.join(', ')})` : '';
      return `- **${first}**${also}${needed.includes(column) ? ', needed' : ''}`;
    })
    .join('\n');
}
