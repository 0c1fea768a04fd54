import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../database/change-log/audited.ts';
import { guarded } from '../database/guard.ts';
import { personal, protectPersonal } from '../privacy/index.ts';
import type { producerKinds, siteKinds } from './schema.ts';

export interface ProducerRecord {
  _id: Types.ObjectId;
  /** Absent once a smallholder's was erased. */
  name?: string;
  nameLookup?: string;
  kind: (typeof producerKinds)[number];
  divisionCode: string;
  creditCode?: string;
  contactName?: string;
  phone?: string;
  createdAt: Date;
  personalDataErasedAt?: Date;
}

/** As it leaves the element: masked, and with something to call it by. */
export type NamedProducer = ProducerRecord & { name: string };

export interface SiteRecord {
  _id: Types.ObjectId;
  producerId: Types.ObjectId;
  /** Masked where it is a person's. */
  producerName: string;
  name: string;
  kind: (typeof siteKinds)[number];
  divisionCode: string;
  point?: { longitude: number; latitude: number };
  /** What is grown, kept, carried or sold there. */
  productIds?: Types.ObjectId[];
  createdAt: Date;
}

/** A smallholder's name is a person's. */
const producerName = personal('name', {
  required: true,
  onlyWhen: { field: 'kind', equals: 'smallholder' },
  lookup: 'nameLookup',
});

const producerSchema = new Schema<ProducerRecord>(
  {
    name: producerName,
    nameLookup: { type: String, index: { sparse: true } },
    kind: { type: String, required: true },
    divisionCode: { type: String, required: true, index: true },
    creditCode: { type: String, index: { unique: true, sparse: true } },
    contactName: personal('name'),
    phone: personal('phone'),
    createdAt: { type: Date, required: true },
    personalDataErasedAt: Date,
  },
  { collection: 'producers' },
);

// Each row of a table asks whether its division has somebody of that name.
producerSchema.index({ divisionCode: 1, name: 1 });
guarded(producerSchema, { resource: 'producers' });
protectPersonal(producerSchema);
audited(producerSchema, { resource: 'producers' });

const siteSchema = new Schema<SiteRecord>(
  {
    producerId: { type: Schema.Types.ObjectId, required: true, index: true },
    producerName: { type: String, required: true },
    name: { type: String, required: true },
    kind: { type: String, required: true },
    divisionCode: { type: String, required: true, index: true },
    point: { type: { longitude: Number, latitude: Number }, _id: false },
    productIds: { type: [Schema.Types.ObjectId], default: undefined },
    createdAt: { type: Date, required: true },
  },
  { collection: 'sites' },
);
guarded(siteSchema, { resource: 'sites' });
audited(siteSchema, { resource: 'sites' });

export function producerModels(connection: Connection) {
  return {
    Producer: connection.model<ProducerRecord>('Producer', producerSchema),
    Site: connection.model<SiteRecord>('Site', siteSchema),
  };
}
