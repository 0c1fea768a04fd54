import { z } from 'zod';
import { pageQuery } from '../../../database/page.ts';
import { bilingual, divisionCode, instant, recordId, verbs } from '../../../http/fields.ts';
import { proposalCauses, proposalKinds, proposalStates } from './lifecycle.ts';

export const proposalSchema = z
  .object({
    id: recordId,
    certificateId: recordId,
    certificateNumber: z.string(),
    producerId: recordId,
    producerName: z.string(),
    divisionCode,
    kind: z.enum(proposalKinds),
    cause: z.object({
      kind: z.enum(proposalCauses),
      reference: z.string().optional().meta({ description: 'Number of the sample or decision' }),
      text: bilingual,
    }),
    state: z.enum(proposalStates),
    raisedBy: z.string(),
    raisedAt: instant,
    decidedBy: z.string().optional(),
    decidedAt: instant.optional(),
    reason: z.string().optional(),
    ...verbs,
  })
  .meta({ id: 'CertificateProposal' });

export const listProposalsQuery = pageQuery.extend({
  state: z.enum(proposalStates).optional(),
  certificate: recordId.optional(),
  producer: recordId.optional(),
});
