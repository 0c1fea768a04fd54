import { expect } from 'chai';
import { onDatabase } from './temporary-database.ts';

describe('the databases of tests', () => {
  const cases: Record<string, string> = {
    'mongodb://127.0.0.1:27017': 'mongodb://127.0.0.1:27017/x',
    'mongodb://127.0.0.1:27017/agritrace': 'mongodb://127.0.0.1:27017/x',
    'mongodb://a,b/agritrace?replicaSet=r': 'mongodb://a,b/x?replicaSet=r',
    'mongodb://%2Ftmp%2Fe.sock/agritrace': 'mongodb://%2Ftmp%2Fe.sock/x',
    'mongodb+srv://u:p@cluster.example/': 'mongodb+srv://u:p@cluster.example/x?authSource=admin',
    'mongodb://u:p@a/records?tls=true': 'mongodb://u:p@a/x?tls=true&authSource=records',
    'mongodb://u:p@a/records?authSource=admin': 'mongodb://u:p@a/x?authSource=admin',
  };
  for (const [given, expected] of Object.entries(cases))
    it(`keep the server and its options: ${given}`, () => expect(onDatabase(given, 'x')).to.equal(expected));
});
