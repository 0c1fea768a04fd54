import { expect } from 'chai';
import { createNamesOfPeople } from './names-of-people.ts';

describe('the names of people on a page', () => {
  it('are asked for in one, each once, and stay user names where none is told', async () => {
    const asked: string[][] = [];
    const nameOf = createNamesOfPeople(async (usernames) => {
      asked.push(usernames);
      return [{ username: 'li', displayName: '李检查' }];
    });
    expect(await Promise.all(['li', 'zhang', 'li'].map(nameOf))).to.deep.equal(['李检查', 'zhang', '李检查']);
    expect(asked).to.deep.equal([['li', 'zhang']]);
    await nameOf('wang');
    expect(asked).to.deep.equal([['li', 'zhang'], ['wang']]);
  });

  it('are asked for in as many parts as the server answers at once', async () => {
    const asked: number[] = [];
    const nameOf = createNamesOfPeople(async (usernames) => {
      asked.push(usernames.length);
      return usernames.map((username) => ({ username, displayName: username.toUpperCase() }));
    });
    const wanted = Array.from({ length: 250 }, (_, index) => `u${index}`);
    expect(await Promise.all(wanted.map(nameOf))).to.deep.equal(wanted.map((username) => username.toUpperCase()));
    expect(asked).to.deep.equal([100, 100, 50]);
  });

  it('can be asked for again after a failure', async () => {
    let fails = true;
    const nameOf = createNamesOfPeople(async () => {
      if (fails) throw new Error('unreachable');
      return [{ username: 'li', displayName: '李检查' }];
    });
    const failed = await nameOf('li').catch((error: Error) => error.message);
    fails = false;
    expect([failed, await nameOf('li')]).to.deep.equal(['unreachable', '李检查']);
  });
});
