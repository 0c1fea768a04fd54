import { isCasNumber } from '../rules/cas-number.ts';
import { decimal } from '../rules/decimal.ts';
import { type FoodNode, foodPath } from '../rules/food.ts';
import type { PrintedLimit } from '../rules/match-limit.ts';
import { nameKey } from '../rules/substance.ts';
import { isMassFraction } from '../rules/units.ts';
import type { Column } from './columns.ts';
import type { TableRow } from './read-table.ts';

export interface RowProblem {
  line: number;
  column: Column;
  message: string;
}

export interface FoodNames {
  nodes: ReadonlyMap<string, FoodNode>;
  /** All foods that bear this code or name. */
  named(text: string): readonly FoodNode[];
}

export function foodNamesOf(nodes: ReadonlyMap<string, FoodNode>): FoodNames {
  const byName = new Map<string, FoodNode[]>();
  for (const node of nodes.values())
    for (const key of new Set([node.code, node.name, node.nameEn].map(nameKey)))
      byName.set(key, [...(byName.get(key) ?? []), node]);
  return { nodes, named: (text) => byName.get(nameKey(text)) ?? [] };
}

interface Reading {
  foods: FoodNames;
  /** Where the file has no column of units. */
  unit?: string | undefined;
}

/** Every row as a limit, and every reason why one is none. */
export function readLimits(
  rows: readonly TableRow[],
  reading: Reading,
): { limits: PrintedLimit[]; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const firstLine = new Map<string, number>();
  const bearers = new Map<string, string>();
  const limits = rows.flatMap(({ line, cells }) => {
    const found = readLimit(cells, reading);
    problems.push(...found.problems.map((problem) => ({ line, ...problem })));
    if (!found.limit) return [];
    const key = limitKey(found.limit);
    const first = firstLine.get(key);
    if (first !== undefined) {
      problems.push({
        line,
        column: 'food',
        message: `has this substance's limit for this food a second time, as in line ${first}`,
      });
      return [];
    }
    firstLine.set(key, line);
    const { casNumber, substance } = found.limit;
    const bearer = casNumber && (bearers.get(casNumber) ?? substance);
    if (casNumber && bearer) bearers.set(casNumber, bearer);
    if (bearer && nameKey(bearer) !== nameKey(substance))
      problems.push({ line, column: 'casNumber', message: `${casNumber} is the number of ${bearer} further up` });
    return [found.limit];
  });
  return { limits, problems };
}

/** What a limit is about: one standard says it once. */
export function limitKey({ substance, foodCode }: Pick<PrintedLimit, 'substance' | 'foodCode'>): string {
  return `${nameKey(substance)}\u0000${foodCode}`;
}

type Problems = Omit<RowProblem, 'line'>[];

function readLimit(
  cells: TableRow['cells'],
  { foods, unit: givenUnit }: Reading,
): { limit?: PrintedLimit; problems: Problems } {
  const problems: Problems = [];
  const fault = (column: Column, message: string): undefined => {
    problems.push({ column, message });
  };
  const needed = (column: Column) => cells[column] ?? fault(column, 'must not be empty') ?? '';

  const substance = needed('substance');
  const clause = needed('clause');
  const food = readFood(needed('food'), cells.excluding, foods, fault);
  const written = needed('maximum').normalize('NFKC');
  // GB 2763 marks a temporary limit by an asterisk after its number.
  const maximum = written.replace(/\s*\*$/, '');
  if (written && !decimal(maximum)) fault('maximum', `must be a decimal number, e.g. 0.05, not ${written}`);
  const unit = cells.unit ?? givenUnit;
  if (unit === undefined) fault('unit', 'must not be empty; nothing is assumed');
  else if (!isMassFraction(unit)) fault('unit', `${unit} is not a unit of mass per mass that is known here`);
  const casNumber = cells.casNumber;
  if (casNumber !== undefined && !isCasNumber(casNumber))
    fault('casNumber', `${casNumber} is not a CAS number: its check digit is wrong`);
  const temporary = readMark(cells.temporary, fault) || written.endsWith('*');

  if (problems.length || !food || unit === undefined) return { problems };
  return {
    problems,
    limit: {
      substance,
      substanceEn: cells.substanceEn ?? substance,
      ...(casNumber !== undefined && { casNumber }),
      ...(cells.residue !== undefined && { residue: cells.residue }),
      ...food,
      maximum,
      unit,
      temporary,
      clause,
    },
  };
}

type Fault = (column: Column, message: string) => undefined;

/** A code or a name, with what it leaves out in a column of its own or, as the standard writes it, 叶菜类（芹菜除外）. */
function readFood(text: string, excludingCell: string | undefined, foods: FoodNames, fault: Fault) {
  if (!text) return undefined;
  const [, name = text, inBrackets] = /^(.+?)\s*[（(](.+?)除外[)）]$/.exec(text) ?? [];
  const food = oneFood(name, 'food', foods, fault);
  const excludedFrom = (list: string | undefined, column: Column) =>
    (list?.split(/[、，,;；]/) ?? []).flatMap((each) => {
      const excluded = oneFood(each.trim(), column, foods, fault);
      if (!excluded || !food) return [];
      const isBelow = foodPath(foods.nodes, excluded.code).slice(0, -1).includes(food);
      if (!isBelow) fault(column, `${excluded.name} does not belong to ${food.name}`);
      return [excluded.code];
    });
  const excluding = [...excludedFrom(inBrackets, 'food'), ...excludedFrom(excludingCell, 'excluding')];
  return food && { foodCode: food.code, excluding };
}

function oneFood(text: string, column: Column, foods: FoodNames, fault: Fault): FoodNode | undefined {
  const [found, another] = foods.named(text);
  if (!found) return fault(column, `${text} is not in the classification`);
  if (another)
    return fault(column, `${text} is the name of several foods: give the code, ${found.code} or ${another.code}`);
  return found;
}

function readMark(text: string | undefined, fault: Fault): boolean {
  if (text === undefined) return false;
  if (/^(是|true|yes|1)$/i.test(text)) return true;
  if (!/^(否|false|no|0)$/i.test(text)) fault('temporary', 'must be 是 or 否');
  return false;
}
