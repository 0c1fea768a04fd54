import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../database/change-log/audited.ts';
import { unguarded } from '../database/guard.ts';
import type { EditionKind } from './rules/editions.ts';
import type { PrintedExemption } from './rules/exemptions.ts';
import type { PrintedLimit } from './rules/match-limit.ts';

export interface ProductRecord {
  _id: Types.ObjectId;
  name: string;
  nameEn?: string;
  categoryCode: string;
  /** The name in one writing, so that a product is registered once in its category. */
  normalizedName: string;
  createdBy: string;
  createdAt: Date;
}

const productSchema = new Schema<ProductRecord>(
  {
    name: { type: String, required: true },
    nameEn: String,
    categoryCode: { type: String, required: true },
    normalizedName: { type: String, required: true },
    createdBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'products' },
);
unguarded(productSchema, "what foods are called is nobody's in particular");
audited(productSchema, { resource: 'products', ofNoDivision: true });
productSchema.index({ categoryCode: 1, normalizedName: 1 }, { unique: true });

/** An edition as it was loaded: never changed, but superseded by a later version of the same code. */
export interface EditionRecord {
  _id: Types.ObjectId;
  code: string;
  /** 1 for the first that was loaded; the set that comes with the platform counts as 0. */
  version: number;
  name: string;
  nameEn: string;
  kind: EditionKind;
  effectiveFrom: string;
  effectiveTo?: string;
  replaces: string[];
  rowsInStandard?: number;
  source: string;
  rows: number;
  /** The substances that the edition exempts from limits; absent in what was loaded before these were read. */
  exemptions?: PrintedExemption[];
  /** SHA-256 of what was loaded, hexadecimal. The audit log holds it, and with it the rows, which have no entries of their own. */
  digest: string;
  loadedBy: string;
  loadedAt: Date;
}

const exemptionSchema = new Schema<PrintedExemption>(
  {
    substance: { type: String, required: true },
    substanceEn: { type: String, required: true },
    casNumber: String,
    clause: { type: String, required: true },
  },
  { _id: false },
);

const editionSchema = new Schema<EditionRecord>(
  {
    code: { type: String, required: true },
    version: { type: Number, required: true },
    name: { type: String, required: true },
    nameEn: { type: String, required: true },
    kind: { type: String, required: true },
    effectiveFrom: { type: String, required: true },
    effectiveTo: String,
    replaces: { type: [String], required: true },
    rowsInStandard: Number,
    source: { type: String, required: true },
    rows: { type: Number, required: true },
    exemptions: { type: [exemptionSchema], default: undefined },
    digest: { type: String, required: true },
    loadedBy: { type: String, required: true },
    loadedAt: { type: Date, required: true },
  },
  { collection: 'standards', versionKey: false },
);
unguarded(editionSchema, "standards are the state's, and everybody's to read");
audited(editionSchema, { resource: 'standards', ofNoDivision: true });
editionSchema.index({ code: 1, version: 1 }, { unique: true });

export interface LimitRecord extends PrintedLimit {
  _id: Types.ObjectId;
  editionId: Types.ObjectId;
  row: number;
}

const limitSchema = new Schema<LimitRecord>(
  {
    editionId: { type: Schema.Types.ObjectId, required: true },
    row: { type: Number, required: true },
    substance: { type: String, required: true },
    substanceEn: { type: String, required: true },
    casNumber: String,
    residue: String,
    foodCode: { type: String, required: true },
    excluding: { type: [String], required: true },
    maximum: { type: String, required: true },
    unit: { type: String, required: true },
    temporary: { type: Boolean, required: true },
    comparison: String,
    clause: { type: String, required: true },
  },
  { collection: 'limits', versionKey: false },
);
unguarded(limitSchema, "standards are the state's, and everybody's to read");
limitSchema.index({ editionId: 1, row: 1 }, { unique: true });

/** A row of an edition that holds no limits. */
export interface EditionRowRecord {
  _id: Types.ObjectId;
  editionId: Types.ObjectId;
  row: number;
  content: unknown;
}

const editionRowSchema = new Schema<EditionRowRecord>(
  {
    editionId: { type: Schema.Types.ObjectId, required: true },
    row: { type: Number, required: true },
    content: { type: Schema.Types.Mixed, required: true },
  },
  { collection: 'standard-rows', versionKey: false },
);
unguarded(editionRowSchema, "standards are the state's, and everybody's to read");
editionRowSchema.index({ editionId: 1, row: 1 }, { unique: true });

export function standardsModels(connection: Connection) {
  return {
    Product: connection.model<ProductRecord>('Product', productSchema),
    Edition: connection.model<EditionRecord>('Edition', editionSchema),
    EditionRow: connection.model<EditionRowRecord>('EditionRow', editionRowSchema),
    LimitRow: connection.model<LimitRecord>('LimitRow', limitSchema),
  };
}
