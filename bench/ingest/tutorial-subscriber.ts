import mongoose, { Schema } from 'mongoose';
import { connectAsync } from 'mqtt';

/** Baseline (b): what tutorials do. A client subscribes to everything and creates a document for each message. */
async function main(): Promise<void> {
  const [port = '', uri = ''] = process.argv.slice(2);
  await mongoose.connect(uri);
  const Reading = mongoose.model(
    'Reading',
    new Schema({ device: String, metric: String, value: Number, unit: String, at: Date }),
  );
  await Reading.createCollection();
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, { username: 'subscriber', password: 'subscriber' });
  client.on('message', (topic, payload) => {
    const received = JSON.parse(payload.toString());
    const readings = (Array.isArray(received) ? received : [received]).map((reading) => ({
      ...reading,
      device: topic.split('/')[2],
    }));
    for (const reading of readings)
      Reading.create(reading).catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  });
  await client.subscribeAsync('agritrace/v1/+/readings', { qos: 1 });
  process.stdout.write('{"ready":true}\n');
}

void main();
