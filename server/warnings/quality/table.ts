import { stringify } from 'csv-stringify/sync';
import type { z } from 'zod';
import type { qualitySchema } from './schema.ts';

/** The figures as a table for a spreadsheet: one figure a row, its name in both languages. */
export function qualityTable(quality: z.input<typeof qualitySchema>): string {
  const rows: [zh: string, en: string, value: string | number][] = [
    ['起', 'from', quality.from],
    ['止', 'to', quality.to],
    ['值守人数', 'officers on duty', quality.officers],
    ['报警次数', 'alarms', quality.alarms],
    ['每人每十分钟', 'per officer and ten minutes', quality.perOfficerTenMinutes],
    ['最忙的十分钟（每人）', 'busiest ten minutes, per officer', quality.busiestTenMinutes],
    ['洪峰时间占比', 'share of time in flood', quality.floodShare],
    ['抖动的条件', 'chattering conditions', quality.chattering],
    ['滞留超过一天', 'standing for more than a day', quality.stale],
    ...quality.levels.map(({ level, share }): [string, string, number] => [
      `${levelNames[level]}占比`,
      `share of ${level}`,
      share,
    ]),
    ...quality.worst.map(({ kind, ruleName = kind, ruleNameEn = ruleName, count }): [string, string, number] => [
      `最多：${ruleName}`,
      `most: ${ruleNameEn}`,
      count,
    ]),
  ];
  const safe = rows.map(([zh, en, value]) => [plain(zh), plain(en), value]);
  return stringify([['指标', 'figure', 'value'], ...safe], { bom: true });
}

const levelNames = { blue: '蓝色', yellow: '黄色', orange: '橙色', red: '红色' };

/** A spreadsheet takes a text that begins like this for a formula. */
function plain(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
