import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../database/change-log/audited.ts';
import { unguarded } from '../database/guard.ts';

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

export function standardsModels(connection: Connection) {
  return { Product: connection.model<ProductRecord>('Product', productSchema) };
}
