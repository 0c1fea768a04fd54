import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import type { ConformityDependencies } from './dependencies.ts';
import { type ConformityRecord, conformityModels } from './model.ts';
import { dutyOn, formById } from './rules/forms.ts';

const forThePublic = unscoped('the certificate goes with the goods: whoever holds them may check it');

/** What anybody may know of conformity certificates. */
export function createPublicConformity(context: Context, deps: ConformityDependencies) {
  const { ConformityCertificate } = conformityModels(context.connection);

  return {
    /** For whoever holds the label in hand; `null` when no certificate has that number. */
    async publicCertificate(number: string) {
      const found = await ConformityCertificate.findOne({ number }, null, forThePublic).lean<ConformityRecord>();
      if (!found) return null;
      const status = (await deps.traceability.statusOfBatches([found.batchCode])).get(found.batchCode) ?? 'normal';
      return { record: found, batchStatus: status, checkAt: deps.addresses.conformityUrl(number) };
    },

    /** What was promised for these batches, the oldest first. */
    async certificatesOfBatches(codes: string[]) {
      const found = await ConformityCertificate.find({ batchCode: { $in: codes } }, null, forThePublic)
        .sort({ _id: 1 })
        .lean<ConformityRecord[]>();
      return found.map(({ number, batchCode, state, form, formId, bases, issuedAt }) => ({
        number,
        batchCode,
        state,
        form,
        issuedAt: issuedAt.toISOString(),
        bases: formById(formId)
          .bases.filter(({ code }) => bases.includes(code))
          .map(({ zh, en }) => ({ zh, en })),
      }));
    },

    /** Whether the law asks this kind of party for a certificate of such a food today. */
    async mustIssue(producerKind: string, categoryCode: string): Promise<boolean> {
      const today = dayOf(context.clock());
      if (!(await deps.standards.certificateCoverageOf(categoryCode, today)).covered) return false;
      return (['producer', 'purchaser'] as const).some((form) => dutyOn(today, producerKind, form)?.duty === 'must');
    },
  };
}
