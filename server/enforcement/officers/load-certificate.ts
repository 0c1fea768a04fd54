import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import type { RowLoader } from '../../database/row-loader.ts';
import { Conflict, InvalidInput } from '../../errors.ts';
import { requireRight, within } from '../../identity/rights/within.ts';
import { whyCertificateRefused } from './lifecycle.ts';
import { type CertificateRecord, officerModels } from './model.ts';
import { createCertificateBody } from './schema.ts';

const toTellWhoseItIs = unscoped('only to refuse what belongs to another division');
const fixed = ['username', 'divisionCode'] as const;
const renewable = ['validFrom', 'validTo', 'legalQualification'] as const;

/** 执法证 from a table, known by their numbers; a renewed one gets its new days. */
export function createCertificateLoader(
  context: Context,
  isDivision: (code: string) => boolean,
): RowLoader<z.output<typeof createCertificateBody>> {
  const { Certificate } = officerModels(context.connection);
  return {
    row: createCertificateBody,
    async load({ session }, caller, body) {
      if (!isDivision(body.divisionCode)) throw InvalidInput.field('/divisionCode', 'is not a known division');
      if (body.validTo < body.validFrom) throw InvalidInput.field('/validTo', 'must not be before validFrom');
      requireRight(caller, 'officer-certificates:create', body);
      const scoped = within(caller, 'officer-certificates:create');
      const { certificateNumber } = body;
      const found = await Certificate.findOne({ certificateNumber }, null, toTellWhoseItIs)
        .session(session)
        .lean<CertificateRecord>();
      if (!found) {
        await Certificate.create([{ ...body, conflicts: [] }], { session, ...scoped });
        return 'created';
      }
      const moved = fixed.find((field) => body[field] !== found[field]);
      if (moved) throw InvalidInput.field(`/${moved}`, 'is recorded otherwise, and no table changes it');
      const changed = renewable.filter((field) => body[field] !== undefined && body[field] !== found[field]);
      if (changed.length === 0) return 'unchanged';
      const refusal = whyCertificateRefused(found);
      if (refusal) throw new Conflict(refusal);
      const update = Object.fromEntries(changed.map((field) => [field, body[field]]));
      await Certificate.updateOne({ _id: found._id }, { $set: update }, { session, ...scoped });
      return 'updated';
    },
  };
}
