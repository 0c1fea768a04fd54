import { minuteOf } from '../../../calendar/rules/calendar.ts';
import type { Bilingual } from '../../../http/fields.ts';
import type { Level } from '../../model.ts';

export type Language = keyof Bilingual;

/** What is told of a warning. */
export interface Told {
  /** Of the delivery: the same in each attempt, so that whoever gets it twice can tell. */
  deliveryId: string;
  warningId: string;
  event: DeliveryEvent;
  level: Level;
  title: Bilingual;
  detail: Bilingual;
  divisionCode: string;
  divisionName: string;
  /** When the condition began. */
  openedAt: Date;
  resolved: boolean;
  link: string;
}

export const deliveryEvents = ['raised', 'level-raised', 'escalated', 'test'] as const;
export type DeliveryEvent = (typeof deliveryEvents)[number];

const eventWords: Record<DeliveryEvent, Bilingual> = {
  raised: { zh: '新预警', en: 'New warning' },
  'level-raised': { zh: '预警升级', en: 'Level raised' },
  escalated: { zh: '逾期上报', en: 'Escalated' },
  test: { zh: '测试', en: 'Test' },
};

/** The levels by word and numeral: a color alone tells nothing to whoever cannot see it. */
const levelWords: Record<Level, Bilingual> = {
  blue: { zh: '蓝色（四级）', en: 'Blue (IV)' },
  yellow: { zh: '黄色（三级）', en: 'Yellow (III)' },
  orange: { zh: '橙色（二级）', en: 'Orange (II)' },
  red: { zh: '红色（一级）', en: 'Red (I)' },
};

const words = {
  division: { zh: '地区', en: 'Division' },
  since: { zh: '开始', en: 'Since' },
  resolved: { zh: '（已处置）', en: ' (resolved)' },
  open: { zh: '查看', en: 'Open' },
  digest: { zh: (count: number) => `${count} 条预警`, en: (count: number) => `${count} warnings` },
} as const;

const gravest: readonly Level[] = ['red', 'orange', 'yellow', 'blue'];

/** A message before it takes its channel's form. Texts are as people typed them: each form escapes what it must. */
export interface Message {
  level: Level;
  title: string;
  /** One for a single warning, one for each of a digest. */
  sections: { heading: string; lines: string[]; link: string; linkText: string }[];
}

/** One warning as a message, or several as a digest, the gravest first. */
export function messageOf(told: readonly Told[], language: Language): Message {
  const ordered = told.toSorted((a, b) => gravest.indexOf(a.level) - gravest.indexOf(b.level));
  const [first] = ordered;
  if (!first) throw new RangeError('a message tells of one warning at least');
  return {
    level: first.level,
    title:
      ordered.length === 1
        ? `${eventWords[first.event][language]} · ${levelWords[first.level][language]}`
        : words.digest[language](ordered.length),
    sections: ordered.map((each) => sectionOf(each, language, ordered.length > 1)),
  };
}

function sectionOf(told: Told, language: Language, inDigest: boolean): Message['sections'][number] {
  const mark = inDigest ? `[${levelWords[told.level][language]}] ` : '';
  return {
    heading: `${mark}${told.title[language]}${told.resolved ? words.resolved[language] : ''}`,
    lines: [
      told.detail[language],
      `${words.division[language]}: ${told.divisionName}`,
      `${words.since[language]}: ${minuteOf(told.openedAt)}`,
      told.deliveryId,
    ],
    link: told.link,
    linkText: words.open[language],
  };
}
