import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../database/change-log/audited.ts';
import type { producerKinds, siteKinds } from './schema.ts';

export interface ProducerRecord {
  _id: Types.ObjectId;
  name: string;
  kind: (typeof producerKinds)[number];
  divisionCode: string;
  creditCode?: string;
  contactName?: string;
  phone?: string;
  createdAt: Date;
}

export interface SiteRecord {
  _id: Types.ObjectId;
  producerId: Types.ObjectId;
  producerName: string;
  name: string;
  kind: (typeof siteKinds)[number];
  divisionCode: string;
  point?: { longitude: number; latitude: number };
  createdAt: Date;
}

const producerSchema = new Schema<ProducerRecord>(
  {
    name: { type: String, required: true },
    kind: { type: String, required: true },
    divisionCode: { type: String, required: true, index: true },
    creditCode: { type: String, index: { unique: true, sparse: true } },
    contactName: String,
    phone: String,
    createdAt: { type: Date, required: true },
  },
  { collection: 'producers' },
);

audited(producerSchema, { resource: 'producers', personal: ['contactName', 'phone'] });

const siteSchema = new Schema<SiteRecord>(
  {
    producerId: { type: Schema.Types.ObjectId, required: true, index: true },
    producerName: { type: String, required: true },
    name: { type: String, required: true },
    kind: { type: String, required: true },
    divisionCode: { type: String, required: true, index: true },
    point: { type: { longitude: Number, latitude: Number }, _id: false },
    createdAt: { type: Date, required: true },
  },
  { collection: 'sites' },
);
audited(siteSchema, { resource: 'sites' });

export function producerModels(connection: Connection) {
  return {
    Producer: connection.model<ProducerRecord>('Producer', producerSchema),
    Site: connection.model<SiteRecord>('Site', siteSchema),
  };
}
