import { NotFound } from '../errors.ts';
import data from './data/divisions.json' with { type: 'json' };
import { type DivisionLevel, levelOf, parentOf } from './rules.ts';

export interface Division {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  level: DivisionLevel;
  parentCode: string | null;
}

/** The city, its counties and towns. They change by statute, so they are data of the program, not records. */
export function createDivisionsService() {
  const divisions = [data.city, ...data.counties, ...data.towns]
    .map((row): Division => ({ ...row, id: row.code, level: levelOf(row.code), parentCode: parentOf(row.code) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const byCode = new Map(divisions.map((division) => [division.code, division]));

  return {
    list(filter: { parent?: string | undefined; level?: DivisionLevel | undefined }): Division[] {
      return divisions.filter(
        ({ parentCode, level }) =>
          (filter.parent === undefined || parentCode === filter.parent) &&
          (filter.level === undefined || level === filter.level),
      );
    },

    /** @throws NotFound */
    get(code: string): Division {
      const division = byCode.get(code);
      if (!division) throw new NotFound(`There is no division ${code}`);
      return division;
    },

    has: (code: string): boolean => byCode.has(code),

    /** The division's name, or its code where it is unknown. */
    nameOf: (code: string): string => byCode.get(code)?.name ?? code,

    /** Names from the city down to the division itself. */
    pathNames(code: string, language: 'name' | 'nameEn' = 'name'): string[] {
      const division = byCode.get(code);
      if (!division) return [code];
      return [
        ...(division.parentCode === null ? [] : this.pathNames(division.parentCode, language)),
        division[language],
      ];
    },

    cityCode: data.city.code,
  };
}

export type DivisionsService = ReturnType<typeof createDivisionsService>;
