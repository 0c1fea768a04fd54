import { isCasNumber } from '../../rules/cas-number.ts';
import { decimal } from '../../rules/decimal.ts';
import { foodPath } from '../../rules/food.ts';
import type { PrintedLimit } from '../../rules/match-limit.ts';
import type { Comparison } from '../../rules/rounding.ts';
import { nameKey } from '../../rules/substance.ts';
import { isMassFraction } from '../../rules/units.ts';
import { type FoodNames, oneFood } from '../food-names.ts';
import { namesOfList, type Reading, type ReadRows, type RowFault, rowReader, type TableRow } from '../table-kind.ts';
import { isExemption, readExemptions } from './exemption-row.ts';

/** Every row as a limit or an exemption, and every reason why one is neither. */
export function readLimits(rows: readonly TableRow[], reading: Reading): ReadRows<PrintedLimit> {
  const problems: RowFault[] = [];
  const firstLine = new Map<string, number>();
  const bearers = new Map<string, string>();
  const told = rows.filter(({ cells }) => !isHeading(cells, reading.foods));
  const limits = told
    .filter((row) => !isExemption(row))
    .flatMap((row) => {
      const { line } = row;
      const limit = readLimit(row, reading, problems);
      if (!limit) return [];
      const key = limitKey(limit);
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
      const { casNumber, substance } = limit;
      const bearer = casNumber && (bearers.get(casNumber) ?? substance);
      if (casNumber && bearer) bearers.set(casNumber, bearer);
      if (bearer && nameKey(bearer) !== nameKey(substance))
        problems.push({ line, column: 'casNumber', message: `${casNumber} is the number of ${bearer} further up` });
      return [limit];
    });
  const exempt = readExemptions(told.filter(isExemption), limits);
  problems.push(...exempt.problems);
  return { rows: limits, exemptions: exempt.exemptions, headings: rows.length - told.length, problems };
}

/** The tables of GB 2763 name a group of foods without a number above the group's rows; a single food without one is a fault. */
function isHeading({ food, maximum }: TableRow['cells'], { nodes, named }: FoodNames): boolean {
  if (maximum !== undefined || food === undefined) return false;
  const [group, another] = named(food);
  if (!group || another) return false;
  return group.parentCode === null || [...nodes.values()].some(({ parentCode }) => parentCode === group.code);
}

/** What a limit is about: one standard says it once. */
export function limitKey({ substance, foodCode }: Pick<PrintedLimit, 'substance' | 'foodCode'>): string {
  return `${nameKey(substance)}\u0000${foodCode}`;
}

function readLimit(row: TableRow, { foods, unit: givenUnit }: Reading, problems: RowFault[]): PrintedLimit | undefined {
  const { cells } = row;
  const before = problems.length;
  const { fault, needed } = rowReader(row, problems);

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
  const comparison = readComparison(cells.comparison, fault);

  if (problems.length > before || !food || unit === undefined) return undefined;
  return {
    substance,
    substanceEn: cells.substanceEn ?? substance,
    ...(casNumber !== undefined && { casNumber }),
    ...(cells.residue !== undefined && { residue: cells.residue }),
    ...food,
    maximum,
    unit,
    temporary,
    ...(comparison && { comparison }),
    clause,
  };
}

type Fault = (column: string, message: string) => undefined;

/** 叶菜类蔬菜（芹菜除外）, and with round brackets within: 浆果和其他小型类水果[枸杞(鲜)、葡萄除外] */
const exclusion = /^(.+?)\s*[（(［[](.+)除外[)）\]］]$/;

/** The names of a list; the last two may be joined by 和, which is also within some names. */
function namesIn(list: string | undefined, foods: FoodNames): string[] {
  return namesOfList(list).flatMap((text) => {
    const pair = text.split('和');
    const isPair = pair.length === 2 && !foods.named(text).length && pair.every((name) => foods.named(name).length);
    return isPair ? pair : [text];
  });
}

/** A code or a name, with what it leaves out in a column of its own or, as the standard writes it, 叶菜类蔬菜（芹菜除外）. */
function readFood(text: string, excludingCell: string | undefined, foods: FoodNames, fault: Fault) {
  if (!text) return undefined;
  const [, name = text, inBrackets] = (foods.named(text).length ? null : exclusion.exec(text)) ?? [];
  const food = oneFood(name, 'food', foods, fault);
  const excludedFrom = (list: string | undefined, column: string) =>
    namesIn(list, foods).flatMap((each) => {
      const excluded = oneFood(each, column, foods, fault);
      if (!excluded || !food) return [];
      const isBelow = foodPath(foods.nodes, excluded.code).slice(0, -1).includes(food);
      if (!isBelow) fault(column, `${excluded.name} does not belong to ${food.name}`);
      return [excluded.code];
    });
  const excluding = [...excludedFrom(inBrackets, 'food'), ...excludedFrom(excludingCell, 'excluding')];
  return food && { foodCode: food.code, excluding };
}

function readMark(text: string | undefined, fault: Fault): boolean {
  if (text === undefined) return false;
  if (/^(是|true|yes|1)$/i.test(text)) return true;
  if (!/^(否|false|no|0)$/i.test(text)) fault('temporary', 'must be 是 or 否');
  return false;
}

function readComparison(text: string | undefined, fault: Fault): Comparison | undefined {
  if (text === undefined || /^(全数值(比较法?)?|full-value)$/i.test(text)) return undefined;
  if (/^(修约值(比较法?)?|rounded-value)$/i.test(text)) return 'rounded-value';
  return fault('comparison', 'must be 全数值 or 修约值');
}
