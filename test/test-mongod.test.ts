import { expect } from 'chai';
import { runToEnd } from './support/service-process.ts';

describe('npm run test:mongod', function () {
  this.timeout(60_000);

  const refusal = async (environment: Record<string, string>): Promise<string> => {
    const { code, stderr } = await runToEnd(environment, 'scripts/test-mongod.mjs');
    expect(code).to.equal(1);
    return stderr;
  };

  it('says when the mongod it is given is not there', async () => {
    expect(await refusal({ MONGOMS_SYSTEM_BINARY: '/nowhere/mongod' })).to.equal(
      '[test:mongod] MONGOMS_SYSTEM_BINARY names /nowhere/mongod, which is not there\n',
    );
  });

  it('says when what it is given is no mongod, and what would do', async () => {
    const stderr = await refusal({ MONGOMS_SYSTEM_BINARY: '/bin/false', MONGOMS_SYSTEM_BINARY_VERSION_CHECK: 'false' });
    expect(stderr).to.match(/\[test:mongod\] no mongod can be had here: [^\n]+\n/);
    expect(stderr).to.match(/\nSet MONGOMS_SYSTEM_BINARY [^\n]+, or MONGODB_URI to a replica set that is running\.\n$/);
  });

  it('says when the server it is given does not answer, and keeps its password', async () => {
    const stderr = await refusal({ MONGODB_URI: 'mongodb://user:secret@127.0.0.1:1/agritrace' });
    expect(stderr).to.match(/^\[test:mongod\] mongodb:\/\/127\.0\.0\.1:1\/agritrace does not answer: [^\n]+\n$/);
  });
});
