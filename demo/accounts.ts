import { system } from '../server/database/change-log/actor.ts';
import type { Services } from '../server/services.ts';
import accountsData from './data/accounts.json' with { type: 'json' };
import producersData from './data/producers.json' with { type: 'json' };
import { demoCaller } from './seeding.ts';

const demo = system('demo');

/** Makes the demonstration's accounts where they are missing, and gives all of them the password of this start. */
export async function ensureAccounts({ identity, producers }: Services, password: string): Promise<void> {
  const names = new Map(producersData.producers.map(({ key, name }) => [key, name]));
  for (const { producer, ...account } of accountsData.accounts as DemoAccount[]) {
    if (await identity.users.setPassword(demo, account.username, password)) continue;
    const own = producer === undefined ? [] : await findProducer(producers, names.get(producer));
    await identity.users.addUser(demo, {
      ...account,
      password,
      ...(own[0] && { producerId: own[0].id }),
    });
  }
  await identity.users.setPassword(demo, 'admin', password);
}

async function findProducer(producers: Services['producers'], name: string | undefined) {
  return (await producers.listProducers(demoCaller('demo'), { limit: 1, name })).items;
}

interface DemoAccount {
  username: string;
  displayName: string;
  roles: Parameters<Services['identity']['users']['addUser']>[1]['roles'];
  divisionCode: string;
  producer?: string;
  laboratory?: string;
}
