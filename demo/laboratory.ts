import type { Services } from '../server/services.ts';
import accountsData from './data/accounts.json' with { type: 'json' };
import { demoCaller } from './seeding.ts';

/** The laboratory that the demonstration's analyst and reviewer belong to. */
export const laboratory = accountsData.accounts.find(({ username }) => username === 'analyst')?.laboratory ?? '';
export const analyst = { ...demoCaller('analyst', ['analyst']), laboratory };
export const reviewer = { ...demoCaller('reviewer', ['reviewer']), laboratory };

export async function registerLaboratory({ testing }: Services): Promise<void> {
  await testing.registerLaboratory(reviewer, {
    address: '陕西省商洛市商州区（演示地址）',
    accreditation: '演示：无资质证书',
  });
}
