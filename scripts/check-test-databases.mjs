// Tests share a real MongoDB in `npm run test:mongod`: each asks for an empty database of its own, never for MONGODB_URI.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const asking = [];
for (const room of ['server', 'broker', 'devices-sim', 'demo', 'test']) {
  for (const name of readdirSync(room, { recursive: true })) {
    if (!/(\.test\.ts|support\/[^/]+\.ts)$/.test(name) || name.endsWith('temporary-database.ts')) continue;
    if (/process\.env\.MONGODB_URI/.test(readFileSync(join(room, name), 'utf8'))) asking.push(join(room, name));
  }
}
for (const path of asking)
  process.stdout.write(`${path}: temporaryDatabaseUri() of server/database/testing-support instead of MONGODB_URI\n`);
process.exit(asking.length ? 1 : 0);
