import { type FoodNode, foodPath } from '../../rules/food.ts';
import { foodNamesOf } from '../food-names.ts';
import { type ReadRows, type RowFault, rowReader, type TableKind, type TableRow } from '../table-kind.ts';

const columns = {
  code: ['代码', '编码', 'code'],
  name: ['名称', '食品名称', 'name'],
  nameEn: ['英文名', 'nameEn'],
  parent: ['上级', '上级类别', 'parent'],
};

/** The classification of foods, each with what it belongs to. */
export const foodTable: TableKind<FoodNode> = {
  columns,
  needed: ['code', 'name', 'parent'],
  read: readFoods,
  key: ({ code }) => code,
  subject: ({ code, name }) => `${name} (${code})`,
  said: ({ name, nameEn, parentCode }) => `${name} · ${nameEn}${parentCode === null ? '' : ` ← ${parentCode}`}`,
  written: ({ parentCode, ...food }) => ({ ...food, parent: parentCode ?? '' }),
};

type Told = FoodNode & { line: number; parent?: string | undefined };

function readFoods(rows: readonly TableRow[]): ReadRows<FoodNode> {
  const problems: RowFault[] = [];
  const told = new Map<string, Told>();
  for (const row of rows) {
    const { fault, needed } = rowReader(row, problems);
    const [code, name] = [needed('code'), needed('name')];
    const { nameEn = name, parent } = row.cells;
    const first = told.get(code)?.line;
    if (code && !/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u.test(code))
      fault('code', 'must be made of letters, digits, - and _, at most 60 of them');
    else if (first !== undefined) fault('code', `is the code of line ${first} already`);
    else if (code) told.set(code, { code, name, nameEn, parentCode: null, parent, line: row.line });
  }
  placeBelowParents(told, problems);
  const foods = [...told.values()].map(({ code, name, nameEn, parentCode }) => ({ code, name, nameEn, parentCode }));
  return { rows: foods, exemptions: [], headings: 0, problems };
}

/** Parents may stand further down, and may be given by name. */
function placeBelowParents(told: Map<string, Told>, problems: RowFault[]): void {
  const names = foodNamesOf(told);
  for (const food of told.values()) {
    if (food.parent === undefined) continue;
    const fault = (column: string, message: string) => problems.push({ line: food.line, column, message });
    const byCode = told.get(food.parent);
    const [found, another] = byCode ? [byCode] : names.named(food.parent);
    if (!found) fault('parent', `${food.parent} is not in this table`);
    else if (another)
      fault('parent', `${food.parent} is the name of several foods: give the code, ${found.code} or ${another.code}`);
    else if (foodPath(told, found.code).some(({ code }) => code === food.code))
      fault('parent', `${food.parent} belongs to this food itself`);
    else food.parentCode = found.code;
  }
}
