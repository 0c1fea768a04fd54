import { expect } from 'chai';
import { failSample } from './failed-sample.ts';
import { cast, dayBefore, type Stage, take } from './stage.ts';

/** A certificate that a failed sample suspends, by a person's decision, and that is restored after correction. */
export async function certificateStory(stage: Stage): Promise<void> {
  const farm = await cast(stage);
  const certificate = await (await stage.as('certifier')).create('/api/v1/certificates', {
    ...{ scheme: 'organic', producerId: farm.producerId, productId: farm.productId, issuer: '有机认证机构' },
    ...{ externalNumber: 'CN-ORG-1', validFrom: dayBefore(stage.now(), 30), validTo: dayBefore(stage.now(), -300) },
  });
  const publicly = async () => {
    return (await ask<{ standing: string }>(`/certificates/${certificate.number}`)).standing;
  };
  const ask = async <Answer>(path: string) => {
    const answer = await fetch(`${stage.url}${path}`, { headers: { accept: 'application/json' } });
    return (await answer.json()) as Answer;
  };
  const onBatch = async (code: string) =>
    (await ask<{ certificates: { standing: string }[] }>(`/q/${code}`)).certificates.map(({ standing }) => standing);
  const told = async () => (await fetch(`${stage.url}/public/certificates.atom`)).text();
  await stage.later(1);
  const { number, batchCode } = await failSample(stage, farm, 'routine-monitoring');
  const proposals = `/api/v1/certificate-proposals?certificate=${certificate.id}&state=open`;
  interface Proposal {
    id: string;
    kind: string;
    cause: { reference?: string };
  }
  const [proposal, ...more] = await (await stage.as('certifier')).list<Proposal>(proposals);
  expect([proposal?.kind, proposal?.cause.reference, more.length]).to.deep.equal(['suspend', number, 0]);
  expect(await publicly(), 'nothing happens in silence').to.equal('valid');
  expect((await (await stage.as('stranger')).get(`/api/v1/certificate-proposals/${proposal?.id}`)).status).to.equal(
    404,
  );
  await stage.later(2);
  await take(await stage.as('certifier'), `certificate-proposals/${proposal?.id}`, 'accept', { reason: '抽检不合格' });
  await stage.later(0);
  expect(await publicly()).to.equal('suspended');
  expect(await onBatch(batchCode)).to.deep.equal(['suspended']);
  await stage.later(40);
  const reason = { reason: '整改完成，复查合格' };
  expect(
    (await (await stage.as('clerk')).post(`/api/v1/certificates/${certificate.id}/restore`, reason)).status,
  ).to.equal(403);
  await take(await stage.as('certifier'), `certificates/${certificate.id}`, 'restore', reason);
  await stage.later(0);
  expect(await publicly()).to.equal('valid');
  expect(await told())
    .to.include(String(certificate.number))
    .and.not.include('抽检不合格');
}
