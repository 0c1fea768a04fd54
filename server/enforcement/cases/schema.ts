import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { bilingual, divisionCode, instant, name, reason, recordId, verbs } from '../../http/fields.ts';
import { day, legalForms, partyKinds, situationFields, yuan } from '../law/schema.ts';
import { penaltyKinds } from '../rules/procedure.ts';
import {
  caseStates,
  clueKinds,
  clueSources,
  hearingEndings,
  noPenaltyGrounds,
  remedyKinds,
  remedyOutcomes,
  removalGrounds,
  serviceMethods,
  transferTargets,
} from './states.ts';

const text = z.string().trim().min(1, 'must not be empty').max(2000, 'must have at most 2000 characters');
const username = z.string().min(1).max(60);
const batch = z.string().min(1).max(64);
const { party: _, ...amounts } = situationFields;

export const reasonBody = z.strictObject({ reason });
export const emptyBody = z.strictObject({});
export const fileBody = z.strictObject({
  reason: reason.optional().meta({ description: 'Why it is filed; goes on record' }),
});

export const createCaseBody = z.strictObject({
  divisionCode,
  kind: z.enum(clueKinds),
  text: text.meta({ description: 'What was found, and where' }),
  foundOn: day.optional().meta({ description: 'Absent: today' }),
  reference: z.string().max(100).optional().meta({ description: 'Number or id of the record it comes from' }),
  suspect: name.meta({ description: 'What to call the party until it is named' }),
  producerId: recordId.optional(),
  batchCode: batch.optional(),
});

export const partyBody = z.strictObject({
  kind: z.enum(partyKinds),
  legalForm: z.enum(legalForms),
  name,
  creditCode: z
    .string()
    .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, 'must be a unified social credit code of 18 characters')
    .optional(),
  representative: name.optional(),
  idNumber: z
    .string()
    .regex(/^\d{17}[\dX]$/, 'must be an identity number of 18 characters')
    .optional(),
  phone: z.string().min(5).max(30).optional(),
  address: z.string().trim().min(1).max(200).optional(),
});

const finding = {
  acts: z.array(z.string().max(60)).min(1).max(10).meta({ description: 'Codes of `GET /api/v1/penalized-acts`' }),
  actOn: day.meta({ description: 'When the act was done, or ended if it went on' }),
  facts: text,
  ...amounts,
  orderNote: z.string().max(200).optional().meta({ description: 'Which order to correct was not heeded' }),
  factors: z.array(z.string().max(60)).max(20).default([]).meta({ description: 'Factors of the table of discretion' }),
  repeated: z.boolean().default(false),
  complex: z.boolean().default(false),
  majorPublicInterest: z.boolean().default(false),
  manyLegalRelations: z.boolean().default(false),
  otherwiseByLaw: z.boolean().default(false),
};
export const findingBody = z.strictObject(finding);

export const verifyBody = z.strictObject({
  officers: z
    .array(username)
    .length(2, 'must be two officers')
    .meta({ description: 'Two, both with a valid certificate' }),
  ...finding,
});

export const recuseBody = z.strictObject({ username, replacement: username, reason });

export const reviewBody = z.strictObject({ opinion: text });
export const legalReviewBody = z.strictObject({ agrees: z.boolean(), opinion: text });

const penalty = {
  kinds: z.array(z.enum(penaltyKinds)).min(1).max(12),
  fine: yuan.optional(),
  confiscatedGains: yuan.optional(),
  confiscatedGoods: yuan.optional().meta({ description: 'Their value' }),
  measures: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
};
export const penaltyBody = z.strictObject(penalty);
export const decideBody = z.strictObject({ ...penalty, reason });

export const servedBody = z.strictObject({
  on: day.optional().meta({ description: 'The day on which it reached the party; absent: today' }),
  method: z.enum(serviceMethods),
  proof: text.meta({
    description: 'What proves it: who signed, the number of the registered letter, the signed consent',
  }),
});

export const defenceBody = z.strictObject({ accepted: z.boolean(), answer: text });
export const hearingRequestBody = z.strictObject({ on: day.optional() });
export const hearingBody = z.strictObject({
  noticeServedOn: day.meta({ description: 'When the party was told of time and place' }),
  on: day.optional().meta({ description: 'Absent: today' }),
  result: text.meta({ description: 'What the record of the hearing says' }),
});
export const hearingEndBody = z.strictObject({
  ground: z.enum(hearingEndings).meta({
    description:
      'The party stayed away without good reason, left without leave, or withdrew what it asked for: it has given up the hearing (行政处罚法 64)',
  }),
  noticeServedOn: day.optional().meta({
    description: 'When the party was told of time and place; must be given unless it withdrew its request',
  }),
  on: day.optional().meta({ description: 'Day of the hearing, or on which the withdrawal came; absent: today' }),
  result: text.meta({ description: 'What the record says of it' }),
});
export const concludeBody = z.strictObject({
  waiver: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .optional()
    .meta({ description: 'The signed paper by which the party waives; absent: the time is over' }),
});
export const discussBody = z.strictObject({
  heads: z.array(name).min(2, 'must be at least two heads').max(20),
  conclusion: text,
});
export const noPenaltyBody = z.strictObject({ ground: z.enum(noPenaltyGrounds), reason });

export const instalmentsBody = z.strictObject({
  parts: z
    .array(z.strictObject({ amount: yuan, dueOn: day }))
    .min(1)
    .max(24),
  reason,
});
export const payBody = z.strictObject({
  part: z.int().min(1).max(24).optional().meta({ description: 'Which part of the fine, counted from 1' }),
  surcharge: yuan.optional().meta({ description: 'Paid of the surcharge' }),
  on: day.optional(),
  receipt: z.string().trim().min(1).max(100),
});
export const fulfilBody = z.strictObject({ text, on: day.optional() });
export const courtBody = z.strictObject({ name, on: day.optional() });
export const closeBody = z.strictObject({ report: text });
export const remedyBody = z.strictObject({ kind: z.enum(remedyKinds), body: name, from: day });
export const remedyEndBody = z.strictObject({
  to: day,
  outcome: z.enum(remedyOutcomes),
  fine: yuan
    .optional()
    .meta({ description: 'The fine as it was changed, never more than before; only with `changed`' }),
});
export const correctionBody = z.strictObject({ text });
export const transferBody = z.strictObject({ to: z.enum(transferTargets), authority: name, reason });
export const removalBody = z.strictObject({ ground: z.enum(removalGrounds), reason });

export const listCasesQuery = pageQuery.extend({
  state: z.enum(caseStates).optional(),
  procedure: z.enum(['ordinary', 'summary']).optional(),
  clue: z.enum(clueKinds).optional(),
  producer: recordId.optional(),
  batch: batch.optional(),
  officer: username.optional(),
  number: z.string().max(60).optional(),
  resource: z.enum(clueSources).optional().meta({ description: 'Of the record that the case began with' }),
  record: recordId.optional().meta({ description: 'Id of the record that the case began with' }),
});

const served = z.object({ on: day, method: z.enum(serviceMethods), proof: z.string() });
const penaltyShown = {
  kinds: z.array(z.enum(penaltyKinds)),
  fine: yuan.optional(),
  confiscatedGains: yuan.optional(),
  confiscatedGoods: yuan.optional(),
  measures: z.array(z.string()),
  article: z
    .object({ code: z.string(), version: z.int(), clause: bilingual, from: yuan, to: yuan })
    .optional()
    .meta({ description: 'The article that binds the fine, with its range' }),
};
const partyShown = z.object({
  kind: z.enum(partyKinds),
  legalForm: z.enum(legalForms),
  name: z.string(),
  creditCode: z.string().optional(),
  representative: z.string().optional(),
  idNumber: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
});

const lineSchema = z
  .object({
    past: z.array(
      z.object({
        verb: z.string(),
        by: z.string(),
        at: instant,
        to: z.enum(caseStates),
        reason: z.string().optional(),
      }),
    ),
    now: z.array(
      z.object({
        id: recordId.meta({ description: 'Of the deadline: `GET /api/v1/deadlines/{id}`' }),
        code: z.string(),
        title: bilingual,
        part: z.string().optional().meta({ description: 'Which part of the fine, counted from 1' }),
        clause: z.string(),
        dueAt: instant,
        lastDay: day,
        daysLeft: z.int().meta({ description: 'Whole days until it is due; negative when it passed' }),
        suspended: z.boolean(),
        overdue: z.boolean(),
        provisional: z.boolean(),
        source: z.string().meta({ description: 'Where the period was read' }),
        consequence: bilingual.optional().meta({ description: 'What follows when it passes' }),
      }),
    ),
    next: z.array(
      z.object({
        verb: z.string(),
        to: z.enum(caseStates).optional(),
        roles: z.array(z.string()).meta({ description: 'Who may take the step' }),
        reason: bilingual.optional().meta({ description: 'Why you may not, now' }),
      }),
    ),
  })
  .meta({ id: 'CaseLine', description: 'The case as a line: what was done by whom, which terms run, what comes next' });

export const caseSchema = z
  .object({
    id: recordId,
    number: z.string(),
    divisionCode: z.string(),
    divisionName: z.string(),
    procedure: z.enum(['ordinary', 'summary']),
    state: z.enum(caseStates),
    clue: z.object({
      kind: z.enum(clueKinds),
      text: z.string(),
      foundOn: day,
      reference: z.string().optional(),
      sources: z
        .array(
          z.object({ resource: z.enum(clueSources), id: recordId, label: z.string(), at: instant, text: z.string() }),
        )
        .meta({ description: 'The records it began with: `GET /api/v1/{resource}/{id}`' }),
    }),
    suspect: z.string(),
    producerId: recordId.optional(),
    batchCode: z.string().optional(),
    party: partyShown.optional().meta({ description: 'What is personal is masked' }),
    officers: z.array(z.object({ username: z.string(), certificateNumber: z.string() })),
    finding: findingBody.partial().strip().optional(),
    suspectedCrime: z.boolean(),
    crimeCleared: z.object({ by: z.string(), at: instant, reason: z.string() }).optional(),
    evidence: z.int(),
    held: z.int().meta({ description: 'Goods that are preserved, sealed or seized and not released yet' }),
    filedAt: instant.optional(),
    reviews: z.array(
      z.object({ kind: z.string(), by: z.string(), at: instant, agrees: z.boolean(), opinion: z.string() }),
    ),
    proposal: z
      .object({ ...penaltyShown, number: z.string().optional(), at: instant, hearing: z.boolean() })
      .optional(),
    notice: served.optional(),
    defences: z.array(z.object({ on: day, accepted: z.boolean(), answer: z.string() })),
    hearing: z
      .object({
        requestedOn: day,
        noticeServedOn: day.optional(),
        heldOn: day.optional(),
        ended: z.object({ on: day, ground: z.enum(hearingEndings) }).optional(),
        presider: z.string().optional(),
        result: z.string().optional(),
      })
      .optional(),
    discussion: z.object({ on: day, heads: z.array(z.string()), conclusion: z.string() }).optional(),
    decision: z
      .object({ ...penaltyShown, number: z.string(), decidedAt: instant, by: z.string(), basis: z.array(z.string()) })
      .optional(),
    noPenalty: z.object({ ground: z.string(), at: instant, by: z.string(), reason: z.string() }).optional(),
    service: served.optional(),
    instalments: z.array(
      z.object({
        ...{ amount: yuan, dueOn: day, paidOn: day.optional(), receipt: z.string().optional() },
        accrued: z
          .string()
          .optional()
          .meta({ description: 'Yuan of surcharge that had accrued before a later day was allowed' }),
      }),
    ),
    surcharge: z.object({ due: yuan, paid: yuan }),
    fulfilled: z.array(z.object({ on: day, text: z.string() })),
    reminder: served.optional(),
    court: z.object({ name: z.string(), appliedOn: day }).optional(),
    remedies: z.array(
      z.object({
        kind: z.enum(remedyKinds),
        body: z.string(),
        from: day,
        to: day.optional(),
        outcome: z.enum(remedyOutcomes).optional(),
        fine: yuan.optional().meta({ description: 'The fine as it was changed' }),
      }),
    ),
    corrections: z.array(z.object({ at: instant, by: z.string(), text: z.string() })),
    transfer: z
      .object({ to: z.enum(transferTargets), authority: z.string(), at: instant, returnedAt: instant.optional() })
      .optional(),
    publication: z
      .object({
        credit: z.enum(['minor', 'general', 'grave']),
        publishedAt: instant,
        repairableFrom: day,
        until: day,
        removedAt: instant.optional(),
        ground: z.enum(removalGrounds).optional(),
      })
      .optional(),
    line: lineSchema,
    createdAt: instant,
    ...verbs,
  })
  .meta({ id: 'Case' });

export const revealedPartySchema = partyShown.meta({
  id: 'RevealedParty',
  description: 'In the clear; who saw it, and why, is in the audit log',
});
