import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import { personal, protectPersonal } from '../../privacy/index.ts';
import type { PenaltyKind } from '../rules/procedure.ts';
import type { CreditClass } from '../rules/publication.ts';
import type { PartyClass } from '../rules/situation.ts';
import type { Instalment } from '../rules/surcharge.ts';
import type {
  CaseState,
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

/** 当事人. Its name is a person's where its legal form is; the rest always is. */
export interface PartyRecord extends PartyClass {
  name: string;
  creditCode?: string;
  representative?: string;
  idNumber?: string;
  phone?: string;
  address?: string;
}

export interface OfficerRecord {
  username: string;
  certificateNumber: string;
}

/** A record of another element that the case began with. */
export interface ClueSource {
  /** As its routes are named. */
  resource: (typeof clueSources)[number];
  id: string;
  label: string;
  at: Date;
  text: string;
}

/** What the investigation found; amounts are yuan as decimal text. */
export interface FindingRecord {
  acts: string[];
  actOn: string;
  facts: string;
  valueOfGoods?: string;
  illegalGains?: string;
  fee?: string;
  orderUnheeded: boolean;
  orderNote?: string;
  grave: boolean;
  factors: string[];
  repeated: boolean;
  complex: boolean;
  majorPublicInterest: boolean;
  manyLegalRelations: boolean;
  otherwiseByLaw: boolean;
}

export interface PenaltyRecord {
  kinds: PenaltyKind[];
  fine?: string;
  confiscatedGains?: string;
  confiscatedGoods?: string;
  measures: string[];
  /** The article that binds the fine, as it stood. */
  article?: { code: string; version: number; clause: { zh: string; en: string }; from: string; to: string };
}

export interface ServedRecord {
  /** The day on which it reached the party. */
  on: string;
  method: (typeof serviceMethods)[number];
  proof: string;
}

/** Asked for, then held, or ended without being held to its end. Source: 行政处罚法 64. */
export interface HearingRecord {
  requestedOn: string;
  noticeServedOn?: string;
  heldOn?: string;
  ended?: { on: string; ground: (typeof hearingEndings)[number] };
  presider?: string;
  result?: string;
}

export interface DecisionRecord extends PenaltyRecord {
  number: string;
  decidedAt: Date;
  by: string;
  basis: string[];
}

export interface RemedyRecord {
  kind: (typeof remedyKinds)[number];
  body: string;
  from: string;
  to?: string;
  outcome?: (typeof remedyOutcomes)[number];
  /** As it was changed. */
  fine?: string;
}

export interface CaseRecord {
  _id: Types.ObjectId;
  number: string;
  divisionCode: string;
  procedure: 'ordinary' | 'summary';
  state: CaseState;
  clue: {
    kind: (typeof clueKinds)[number];
    text: string;
    foundOn: string;
    reference?: string;
    sources: ClueSource[];
  };
  /** One matter opens one case. */
  clueKey?: string;
  producerId?: Types.ObjectId;
  batchCode?: string;
  /** What to call the party before it is named. */
  suspect: string;
  party?: PartyRecord;
  officers: OfficerRecord[];
  finding?: FindingRecord;
  crimeCleared?: { by: string; at: Date; reason: string };
  evidence: number;
  /** Goods that are preserved, sealed or seized and not released yet. */
  held: number;
  filedAt?: Date;
  reviews: { kind: 'review' | 'legal-review'; by: string; at: Date; agrees: boolean; opinion: string }[];
  /** Its number is that of the prior notice. */
  proposal?: PenaltyRecord & { number?: string; at: Date; hearing: boolean };
  notice?: ServedRecord;
  defences: { on: string; accepted: boolean; answer: string }[];
  waived?: { proof: string };
  hearing?: HearingRecord;
  discussion?: { on: string; heads: string[]; conclusion: string };
  decision?: DecisionRecord;
  noPenalty?: { ground: (typeof noPenaltyGrounds)[number]; at: Date; by: string; reason: string };
  service?: ServedRecord;
  instalments: (Instalment & { receipt?: string })[];
  surchargePaid: string;
  fulfilled: { on: string; text: string }[];
  reminder?: ServedRecord;
  court?: { name: string; appliedOn: string };
  remedies: RemedyRecord[];
  corrections: { at: Date; by: string; text: string }[];
  transfer?: { to: (typeof transferTargets)[number]; authority: string; at: Date; returnedAt?: Date };
  publication?: {
    credit: CreditClass;
    publishedAt: Date;
    repairableFrom: string;
    until: string;
    removedAt?: Date;
    ground?: (typeof removalGrounds)[number];
  };
  history: { verb: string; by: string; at: Date; from?: CaseState; to: CaseState; reason?: string }[];
  version: number;
  createdAt: Date;
}

const mixed = { type: Schema.Types.Mixed };
const ofAPerson = { onlyWhen: { field: 'party.legalForm', equals: 'natural-person' } };

const caseSchema = new Schema<CaseRecord>(
  {
    number: { type: String, required: true, unique: true },
    divisionCode: { type: String, required: true, index: true },
    procedure: { type: String, required: true },
    state: { type: String, required: true },
    clue: { ...mixed, required: true },
    clueKey: { type: String, index: { unique: true, sparse: true } },
    producerId: { type: Schema.Types.ObjectId, index: true },
    batchCode: { type: String, index: true },
    suspect: { type: String, required: true },
    party: {
      kind: String,
      legalForm: String,
      name: personal('name', ofAPerson),
      creditCode: String,
      representative: personal('name'),
      idNumber: personal('id-number'),
      phone: personal('phone'),
      address: personal('text'),
    },
    officers: { type: [{ username: String, certificateNumber: String, _id: false }], default: [] },
    finding: mixed,
    crimeCleared: mixed,
    evidence: { type: Number, required: true },
    held: { type: Number, required: true },
    filedAt: Date,
    reviews: { type: [mixed], default: [] },
    proposal: mixed,
    notice: mixed,
    defences: { type: [mixed], default: [] },
    waived: mixed,
    hearing: mixed,
    discussion: mixed,
    decision: mixed,
    noPenalty: mixed,
    service: mixed,
    instalments: { type: [mixed], default: [] },
    surchargePaid: { type: String, required: true },
    fulfilled: { type: [mixed], default: [] },
    reminder: mixed,
    court: mixed,
    remedies: { type: [mixed], default: [] },
    corrections: { type: [mixed], default: [] },
    transfer: mixed,
    publication: mixed,
    history: { type: [mixed], default: [] },
    version: { type: Number, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'cases', versionKey: false, minimize: true },
);
caseSchema.index({ 'publication.publishedAt': 1 }, { sparse: true });
caseSchema.index({ 'clue.sources.id': 1 }, { sparse: true });
guarded(caseSchema, { resource: 'cases' });
protectPersonal(caseSchema);
audited(caseSchema, { resource: 'cases' });

export function caseModels(connection: Connection) {
  return { Case: connection.model<CaseRecord>('Case', caseSchema) };
}
