import { dayOf } from '../../calendar/rules/calendar.ts';
import { type Judgement, judge } from './judge.ts';
import { judgeResidue } from './judge-residue.ts';
import type { Law } from './law.ts';
import type { Measurement } from './measurement.ts';
import { isWhole, type ResidueDefinition } from './residue.ts';
import { isNamed } from './substance.ts';

/**
 * The verdict on each result of a sample. Results that are parts of one residue share its verdict; one that is a substance
 * of its own as well (clothianidin beside thiamethoxam) keeps its own and counts in the sum of the other.
 *
 * @param results of one food and day
 */
export function judgeSample(results: readonly Measurement[], law: Law): Judgement[] {
  const shared = new Map<ResidueDefinition, Judgement>();
  const ofResidue = (definition: ResidueDefinition): Judgement => {
    const known = shared.get(definition);
    if (known) return known;
    const belonging = results.filter((each) => residuesFor(each, law).includes(definition));
    const verdict = judgeResidue(definition, belonging, law);
    shared.set(definition, verdict);
    return verdict;
  };
  return results.map((result) => {
    const definition = residueOf(result, law);
    return definition ? ofResidue(definition) : judge(result, law);
  });
}

function residuesFor({ analyte, food, sampledAt }: Measurement, law: Law): readonly ResidueDefinition[] {
  return law.residuesOf(analyte, food.path, dayOf(sampledAt));
}

function residueOf({ analyte, food, sampledAt }: Measurement, law: Law): ResidueDefinition | undefined {
  return residueDeciding({ analyte, food, day: dayOf(sampledAt) }, law);
}

/** The residue whose verdict is that of a result of this analyte. @param asked `day` of sampling in China, YYYY-MM-DD */
export function residueDeciding(
  { analyte, food, day }: Pick<Measurement, 'analyte' | 'food'> & { day: string },
  law: Law,
): ResidueDefinition | undefined {
  const definitions = law.residuesOf(analyte, food.path, day);
  const own = definitions.find((each) => isNamed(each, analyte) || isWhole(each, analyte));
  return own ?? (law.limitsOf(analyte).length ? undefined : definitions[0]);
}
