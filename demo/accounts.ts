import type { Services } from '../server/services.ts';
import accountsData from './data/accounts.json' with { type: 'json' };
import producersData from './data/producers.json' with { type: 'json' };
import { demoCaller } from './seeding.ts';

/** Makes the demonstration's accounts where they are missing, and gives all of them the password of this start. */
export async function ensureAccounts({ identity, producers }: Services, password: string): Promise<void> {
  const names = new Map(producersData.producers.map(({ key, name }) => [key, name]));
  for (const { producer, ...account } of accountsData.accounts as DemoAccount[]) {
    if (await identity.setPassword(account.username, password)) continue;
    const own = producer === undefined ? [] : await findProducer(producers, names.get(producer));
    await identity.addUser({
      ...account,
      password,
      ...(own[0] && { producerId: own[0].id }),
    });
  }
  await identity.setPassword('admin', password);
}

async function findProducer(producers: Services['producers'], name: string | undefined) {
  return (await producers.listProducers(demoCaller('demo'), { limit: 1, name })).items;
}

interface DemoAccount {
  username: string;
  displayName: string;
  roles: Parameters<Services['identity']['addUser']>[0]['roles'];
  divisionCode: string;
  producer?: string;
}
