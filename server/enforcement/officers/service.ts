import type { z } from 'zod';
import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage } from '../../database/page.ts';
import { createRecord, inTransaction, type Work } from '../../database/transaction.ts';
import { selfAndAbove } from '../../divisions/rules.ts';
import { Conflict, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { decideVerbs } from '../../http/fields.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { mayDo, noRight } from '../../identity/rights/ability.ts';
import { within } from '../../identity/rights/within.ts';
import type { CaseRecord, OfficerRecord } from '../cases/model.ts';
import { certificateSteps, whyCertificateRefused } from './lifecycle.ts';
import { type CertificateRecord, officerModels } from './model.ts';
import type { certificateSchema, conflictBody, createCertificateBody, listCertificatesQuery } from './schema.ts';

const forTheCase = unscoped('who may take a case depends on all certificates that reach its division');

/** The register of enforcement certificates 执法证. */
export function createOfficerRegister(context: Context, deps: { hasDivision(code: string): boolean }) {
  const { Certificate } = officerModels(context.connection);

  const view = (found: CertificateRecord, caller: Caller): z.infer<typeof certificateSchema> => ({
    id: found._id.toHexString(),
    ...{ username: found.username, certificateNumber: found.certificateNumber, divisionCode: found.divisionCode },
    ...{ validFrom: found.validFrom, validTo: found.validTo },
    ...(found.legalQualification !== undefined && { legalQualification: found.legalQualification }),
    conflicts: found.conflicts.map(({ producerId, reason }) => ({ producerId, reason })),
    ...(found.revokedAt && { revokedAt: found.revokedAt.toISOString() }),
    ...decideVerbs([...certificateSteps], ({ permission }) =>
      mayDo(caller, permission, found) ? whyCertificateRefused(found) : noRight,
    ),
  });

  const require = async (caller: Caller, id: string, work?: Work): Promise<CertificateRecord> => {
    const found = await Certificate.findById(id, null, within(caller, 'officer-certificates:read'))
      .session(work?.session ?? null)
      .lean<CertificateRecord>();
    if (!found) throw new NotFound('There is no such certificate');
    return found;
  };

  /** Certificates of that account that are valid today and reach the division. */
  const validFor = (work: Work, username: string, divisionCode: string) => {
    const today = dayOf(context.clock());
    return Certificate.find(
      {
        username,
        divisionCode: { $in: selfAndAbove(divisionCode) },
        validFrom: { $lte: today },
        validTo: { $gte: today },
        revokedAt: { $exists: false },
      },
      null,
      forTheCase,
    )
      .session(work.session)
      .lean<CertificateRecord[]>();
  };

  const change = async (
    caller: Caller,
    id: string,
    verb: (typeof certificateSteps)[number]['verb'],
    reason: string,
    update: object,
  ) => {
    await inTransaction(
      context,
      actorOf(caller),
      async (work) => {
        const found = await require(caller, id, work);
        const refusal = whyCertificateRefused(found);
        if (refusal) throw new IllegalTransition(refusal);
        const scoped = within(caller, `officer-certificates:${verb}`);
        const { matchedCount } = await Certificate.updateOne({ _id: found._id }, update, {
          session: work.session,
          ...scoped,
        });
        if (matchedCount === 0) throw new NotFound('There is no such certificate');
      },
      reason,
    );
    return view(await require(caller, id), caller);
  };

  return {
    /**
     * The officers with their certificates: different persons, each certified here and today, none with a conflict of
     * interest. Source: 行政处罚法 42, 43, 55.
     * @throws Conflict
     */
    async certified(
      work: Work,
      usernames: readonly string[],
      { divisionCode, producerId }: Pick<CaseRecord, 'divisionCode' | 'producerId'>,
    ): Promise<OfficerRecord[]> {
      if (new Set(usernames).size < 2)
        throw new Conflict('须有两名以上执法人员 · There must be two different officers');
      const officers: OfficerRecord[] = [];
      for (const username of usernames) {
        const [certificate] = await validFor(work, username, divisionCode);
        if (!certificate)
          throw new Conflict(`${username} 没有在此有效的执法证 · ${username} has no valid certificate here`);
        if (producerId && certificate.conflicts.some((each) => each.producerId === producerId.toHexString()))
          throw new Conflict(`${username} 应当回避 · ${username} has a conflict of interest in this case`);
        officers.push({ username, certificateNumber: certificate.certificateNumber });
      }
      return officers;
    },

    /** Who makes a legal review has the national legal qualification. Source: 行政处罚法 58. @throws Conflict */
    async requireLegalQualification(work: Work, username: string, divisionCode: string): Promise<void> {
      const found = await validFor(work, username, divisionCode);
      if (!found.some(({ legalQualification }) => legalQualification !== undefined))
        throw new Conflict(
          '法制审核人员须有登记的法律职业资格 · The register names no legal qualification of whoever reviews',
        );
    },

    published: {
      async listCertificates(caller: Caller, query: z.infer<typeof listCertificatesQuery>) {
        const filter = query.username ? { username: query.username } : {};
        const scoped = within(caller, 'officer-certificates:read');
        const page = await findPage(Certificate, filter, { ...query, order: 'descending' }, scoped);
        return {
          items: page.items.map((found) => view(found as CertificateRecord, caller)),
          nextCursor: page.nextCursor,
        };
      },

      getCertificate: async (caller: Caller, id: string) => view(await require(caller, id), caller),

      async createCertificate(caller: Caller, body: z.output<typeof createCertificateBody>) {
        if (!deps.hasDivision(body.divisionCode)) throw InvalidInput.field('/divisionCode', 'is not a known division');
        if (body.validTo < body.validFrom) throw InvalidInput.field('/validTo', 'must not be before validFrom');
        try {
          const scoped = within(caller, 'officer-certificates:create');
          const fields = { ...body, conflicts: [] };
          return view(await createRecord(context, actorOf(caller), Certificate, fields, scoped), caller);
        } catch (error) {
          if (isDuplicateKey(error)) throw new Conflict('A certificate with this number exists');
          throw error;
        }
      },

      declareConflict: (caller: Caller, id: string, { producerId, reason }: z.output<typeof conflictBody>) =>
        change(caller, id, 'declare-conflict', reason, { $push: { conflicts: { producerId, reason } } }),

      revokeCertificate: (caller: Caller, id: string, reason: string) =>
        change(caller, id, 'revoke', reason, { $set: { revokedAt: context.clock() } }),
    },
  };
}

export type OfficerRegister = ReturnType<typeof createOfficerRegister>;
