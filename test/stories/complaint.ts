import { expect } from 'chai';
import { Api } from '../support/api.ts';
import { eventually } from '../support/eventually.ts';
import { cast, type Stage, take } from './stage.ts';

/** A complaint that is assigned, nearly forgotten, and answered to whoever has the query code. */
export async function complaintStory(stage: Stage): Promise<void> {
  await cast(stage);
  const anybody = new Api(stage.url, '');
  const { id, queryCode } = await anybody.create('/api/v1/public/complaints', {
    kind: 'report',
    text: '茶园喷洒禁用农药',
  });
  const status = async () => (await anybody.post('/api/v1/public/complaint-status', { queryCode })).body;
  const step = async (who: 'city' | 'head', verb: string, body: object = {}, days = 0) => {
    await take(await stage.as(who), `complaints/${id}`, verb, body);
    await stage.later(days);
  };
  await stage.later(0);
  expect(await status()).to.include({ state: 'received' });
  await step('city', 'assign', { divisionCode: '611002' }, 20);
  const overdue = async () => (await stage.as('head')).list(`/api/v1/deadlines?record=${id}&state=overdue`);
  await eventually(async () => (await overdue()).length === 1);
  await step('head', 'accept');
  expect(await overdue(), 'accepted late, but accepted').to.deep.equal([]);
  await step('head', 'answer', { text: '已查实，立案查处', justified: true });
  expect((await status()).answer).to.include({ text: '已查实，立案查处' });
  const clues = await (await stage.as('first')).list(`/api/v1/cases?resource=complaints&record=${id}`);
  expect(clues, 'what is justified opens one clue').to.have.length(1);
  await step('head', 'close');
  expect(await status()).to.include({ state: 'closed' });
  expect((await (await stage.as('stranger')).get(`/api/v1/complaints/${id}`)).status).to.equal(404);
}
