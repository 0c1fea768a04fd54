import type { Bilingual, TraceView } from '../../../web/consumer/trace-view.ts';

type Known = Pick<TraceView, 'journey' | 'tests' | 'environment' | 'origin' | 'conformity'> & {
  /** The law asks for a conformity certificate of this producer and food. */
  certificateDue: boolean;
};

/** What a reader would expect to find and is not there. The page says it with the same weight as what is there. */
export function missingFacts({ journey, tests, environment, origin, conformity, certificateDue }: Known): Bilingual[] {
  const has = (step: string) => journey.some((entry) => entry.step === step);
  const missing: [boolean, Bilingual][] = [
    [!tests.length, { zh: '没有检测记录', en: 'There is no test on record' }],
    [
      tests.length > 0 && !tests.some(({ ownBatch }) => ownBatch),
      {
        zh: '本批次本身没有检测记录，仅有来源批次的检测',
        en: 'This batch itself was not tested, only one it was made from',
      },
    ],
    [
      certificateDue && !conformity.some(({ ownBatch, state }) => ownBatch && state === 'valid'),
      { zh: '没有有效的承诺达标合格证', en: 'There is no valid conformity certificate' },
    ],
    [!has('harvest'), { zh: '没有采收记录', en: 'There is no harvest on record' }],
    [!has('treat'), { zh: '没有用药、施肥记录', en: 'No treatment or fertiliser is on record' }],
    [!has('ship') && !has('receive'), { zh: '没有运输与交接记录', en: 'No transport or receipt is on record' }],
    [!environment.length, { zh: '没有环境监测数据', en: 'There are no sensor data' }],
    [
      has('ship') && !environment.some(({ siteKind }) => siteKind === 'vehicle'),
      { zh: '没有运输途中的温度记录', en: 'There is no temperature record of the transport' },
    ],
    [!origin.siteName, { zh: '没有登记具体产地', en: 'The exact place of origin is not on record' }],
  ];
  return missing.filter(([applies]) => applies).map(([, text]) => text);
}
