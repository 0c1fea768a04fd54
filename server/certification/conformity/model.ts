import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { ConformityState } from './lifecycle.ts';
import type { BasisCode, FormKind } from './rules/forms.ts';

/** 承诺达标合格证: what was promised for a batch, as on the day of issue. Never changed but in whether it holds, never deleted. */
export interface ConformityRecord {
  _id: Types.ObjectId;
  /** `H6110022026000042X` */
  number: string;
  form: FormKind;
  /** The row of the form's text that it was issued under. */
  formId: string;
  batchCode: string;
  batchRegisteredAt: Date;
  productName: string;
  productNameEn?: string;
  categoryCode: string;
  producerId: Types.ObjectId;
  producerKind: string;
  /** Masked where it is a person's. */
  producerName: string;
  divisionCode: string;
  quantity: { value: number; unit: string };
  origin: string;
  bases: BasisCode[];
  /** The samples and rapid tests that its basis rests on. */
  tests: string[];
  /** Certificates of the lots it was made of. */
  received: string[];
  receivedElsewhere: { kind: 'conformity-certificate' | 'other-proof'; from: string; number?: string }[];
  state: ConformityState;
  issuedAt: Date;
  issuedBy: string;
  /** Entered by the department for a producer who asked it to. */
  onBehalf: boolean;
  endedAt?: Date;
  endedBy?: string;
  reason?: string;
}

const conformitySchema = new Schema<ConformityRecord>(
  {
    number: { type: String, required: true, unique: true },
    form: { type: String, required: true },
    formId: { type: String, required: true },
    batchCode: { type: String, required: true, index: true },
    batchRegisteredAt: { type: Date, required: true },
    productName: { type: String, required: true },
    productNameEn: String,
    categoryCode: { type: String, required: true },
    producerId: { type: Schema.Types.ObjectId, required: true, index: true },
    producerKind: { type: String, required: true },
    producerName: { type: String, required: true },
    divisionCode: { type: String, required: true },
    quantity: { type: { value: Number, unit: String }, _id: false, required: true },
    origin: { type: String, required: true },
    bases: { type: [String], required: true },
    tests: { type: [String], required: true },
    received: { type: [String], required: true },
    receivedElsewhere: [{ kind: String, from: String, number: String, _id: false }],
    state: { type: String, required: true },
    issuedAt: { type: Date, required: true },
    issuedBy: { type: String, required: true },
    onBehalf: { type: Boolean, required: true },
    endedAt: Date,
    endedBy: String,
    reason: String,
  },
  { collection: 'conformityCertificates', versionKey: false },
);
conformitySchema.index({ divisionCode: 1, issuedAt: 1 });
guarded(conformitySchema, { resource: 'conformity-certificates' });
audited(conformitySchema, { resource: 'conformity-certificates' });

export function conformityModels(connection: Connection) {
  return {
    ConformityCertificate: connection.model<ConformityRecord>('ConformityCertificate', conformitySchema),
  };
}
