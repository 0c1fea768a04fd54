import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { divisionCode, instant, laboratory, name, recordId } from '../../http/fields.ts';
import { note } from '../result-schema.ts';

export const registerLaboratoryBody = z.strictObject({
  laboratory: laboratory.optional().meta({ description: "Absent: the caller's own" }),
  divisionCode: divisionCode.optional().meta({ description: "Absent: the caller's own" }),
  address: note.meta({ description: 'Where it works, as its reports print it (ISO/IEC 17025 7.8.2.1 b, c)' }),
  accreditation: note.optional().meta({ description: 'E.g. the numbers of its CMA, CATL and CNAS certificates' }),
});

export const laboratorySchema = z
  .object({
    id: recordId,
    divisionCode,
    laboratory: z.string(),
    address: z.string(),
    accreditation: z.string().optional(),
    registeredBy: z.string(),
    registeredAt: instant,
  })
  .meta({ id: 'Laboratory', description: 'What the reports of a laboratory say of it, since its registration' });

export const listLaboratoriesQuery = pageQuery.extend({ laboratory: name.optional() });
