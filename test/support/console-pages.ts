import { Api } from './api.ts';
import { demoPassword } from './demonstration.ts';

/** The address of every page of the console, after `/console/`, with records of the demonstration where they take one. */
export async function consolePages(url: string): Promise<string[]> {
  const city = await Api.signIn(url, 'city', demoPassword);
  const [sample] = await city.list<{ id: string }>('/api/v1/samples?batch=DEMO-V6');
  const [criterion] = await city.list<{ id: string }>('/api/v1/control-criteria');
  const [nonconformity] = await city.list<{ id: string }>('/api/v1/nonconformities');
  const [warning] = await city.list<{ id: string }>('/api/v1/warnings');
  const [certificate] = await city.list<{ id: string }>('/api/v1/certificates');
  const [producer] = await city.list<{ id: string }>('/api/v1/producers');
  const [grade] = await city.list<{ id: string }>('/api/v1/assessments');
  const admin = await Api.signIn(url, 'admin', demoPassword);
  const drill = { batchCode: 'DEMO-P1', level: '1', reason: '演练', instruction: '停售并回报', drill: true };
  const recall = await admin.create('/api/v1/recalls', drill);
  await admin.post(`/api/v1/recalls/${recall.id}/issue`, {});
  const [clue] = await admin.list<{ id: string }>('/api/v1/cases');
  const tried = await triedTable(url, city);
  const [user] = await admin.list<{ id: string }>('/api/v1/users');
  return [
    'overview',
    'overview?division=611002',
    'warnings',
    `warnings?show=${warning?.id}`,
    'warnings/rules',
    'warnings/channels',
    'warnings/tasks',
    'warnings/silences',
    'warnings/quality',
    'deadlines',
    'inspections',
    'complaints',
    'inspection-plans',
    'devices',
    'devices/cold-market-1',
    'batches',
    'batches/DEMO-P1',
    `containers/${encodeURIComponent('https://id.gs1.org/00/095213200000000019')}`,
    'recalls',
    `recalls/${recall.id}`,
    'recall-tasks',
    'samples',
    `samples/${sample?.id}`,
    'number-blocks',
    'laboratories',
    'rapid-tests',
    'work-list?whose=free',
    'work-list/entry',
    'test-reports',
    'test-turnaround?since=2020-01',
    `control-charts?show=${criterion?.id}`,
    'nonconformities',
    `nonconformities/${nonconformity?.id}`,
    'objections',
    'certification-applications',
    'certificates',
    `certificates/${certificate?.id}`,
    'conformity-certificates',
    'clues',
    'penalty-law',
    'penalty-law/apqsl-71',
    'cases',
    `cases/${clue?.id}`,
    'producers',
    `producers/${producer?.id}`,
    'assessment?show=611002',
    'assessment/records?indicator=trace-coverage',
    'assessment/grades',
    `assessment/grades/${grade?.id}`,
    'assessment/risks',
    'standards',
    'standards/edition?code=GB 2763-2026',
    'standards/applicable?food=walnut',
    'register-imports',
    `register-imports/${tried}`,
    'divisions?level=county',
    'webhooks',
    'account',
    'users',
    `users/${user?.id}`,
    'security-events',
  ];
}

/** A table with a good row and a bad one, tried. */
async function triedTable(url: string, { token }: Api): Promise<string> {
  const response = await fetch(`${url}/api/v1/register-imports?register=producers`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
    body: '名称,类型,行政区划代码,统一社会信用代码\n秦岭果园,family-farm,611002,\n丹江合作社,cooperative,611022,91\n',
  });
  return ((await response.json()) as { id: string }).id;
}
