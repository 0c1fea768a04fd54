import mongoose, { type mongo } from 'mongoose';

const { BSON } = mongoose.mongo;

/** Like the platform's readings, some 170 bytes in BSON. */
export interface Reading {
  _id: string;
  device: string;
  metric: string;
  value: number;
  at: Date;
  site: string;
  sequence: number;
}

export type Readings = mongo.Collection<Reading>;

const start = Date.UTC(2026, 0, 1);

/** The n-th reading; one number gives one reading, whoever asks. */
export function reading(n: number): Reading {
  const device = `cold-${n % 500}`;
  return {
    _id: `${device}|temperature|${String(n).padStart(10, '0')}`,
    device,
    metric: 'temperature',
    value: ((n * 7919) % 4000) / 100 - 10,
    at: new Date(start + n * 1000),
    site: `site-${n % 40}`,
    sequence: n,
  };
}

export function encoded(n: number): Buffer {
  return Buffer.from(BSON.serialize(reading(n)));
}
