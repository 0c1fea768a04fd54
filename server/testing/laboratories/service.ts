import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage, type Page } from '../../database/page.ts';
import { createRecord, type Work } from '../../database/transaction.ts';
import { selfAndAbove } from '../../divisions/rules.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import type { LaboratoryOnPaper } from '../dependencies.ts';
import type { SampleRecord } from '../model.ts';
import { ownedBy } from '../quality-control/criteria.ts';
import { type LaboratoryRecord, laboratoryModels } from './model.ts';
import type { laboratorySchema, listLaboratoriesQuery, registerLaboratoryBody } from './schema.ts';

type LaboratoryView = z.infer<typeof laboratorySchema>;

const ofTheReport = unscoped('a report says where its laboratory works, whoever issues it');

/** 检测机构: addresses and certificates as versions, of which a report prints the newest on the day of its issue. */
export function createLaboratories(context: Context) {
  const { Laboratory } = laboratoryModels(context.connection);

  return {
    /** As it is registered in the division of the sample or above: another division's words are not asked. */
    async laboratoryOnPaper(
      { session }: Work,
      { laboratory, divisionCode }: Pick<SampleRecord, 'laboratory' | 'divisionCode'>,
    ): Promise<LaboratoryOnPaper> {
      if (laboratory === undefined) return { name: '未登记 · not registered' };
      const newest = await Laboratory.findOne(
        { laboratory, divisionCode: { $in: selfAndAbove(divisionCode) } },
        null,
        ofTheReport,
      )
        .sort({ _id: -1 })
        .session(session)
        .lean<LaboratoryRecord>();
      return {
        name: laboratory,
        ...(newest && { address: newest.address }),
        ...(newest?.accreditation && { accreditation: newest.accreditation }),
      };
    },

    published: {
      async registerLaboratory(
        caller: Caller,
        { laboratory: named, divisionCode: where, ...facts }: z.infer<typeof registerLaboratoryBody>,
      ): Promise<LaboratoryView> {
        const { laboratory, divisionCode } = ownedBy(caller, { laboratory: named, divisionCode: where });
        const registered = {
          ...{ ...facts, laboratory, divisionCode },
          ...{ registeredBy: caller.username, registeredAt: context.clock() },
        };
        const scoped = within(caller, 'laboratories:create');
        return laboratoryView(await createRecord(context, actorOf(caller), Laboratory, registered, scoped));
      },

      async listLaboratories(
        caller: Caller,
        { laboratory, ...page }: z.output<typeof listLaboratoriesQuery>,
      ): Promise<Page<LaboratoryView>> {
        const scoped = within(caller, 'laboratories:read');
        const filter = { ...(laboratory && { laboratory }) };
        const found = await findPage(Laboratory, filter, { ...page, order: 'descending' }, scoped);
        return {
          items: found.items.map((each) => laboratoryView(each as LaboratoryRecord)),
          nextCursor: found.nextCursor,
        };
      },
    },
  };
}

export type Laboratories = ReturnType<typeof createLaboratories>;

function laboratoryView({ _id, registeredAt, ...rest }: LaboratoryRecord): LaboratoryView {
  return { id: _id.toHexString(), ...rest, registeredAt: registeredAt.toISOString() };
}
