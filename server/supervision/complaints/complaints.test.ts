import { expect } from 'chai';
import sharp from 'sharp';
import { Api } from '../../../test/support/api.ts';
import { registerBatch, registerFarm } from '../../../test/support/farm.ts';
import { password, startTestPlatform, type TestPlatform } from '../../../test/support/platform.ts';

const day = 86_400_000;
const marker = 'SECRET-CAMERA-OWNER';

interface Attachment {
  createdBy: string;
  purpose: string;
  state: string;
  file: { url: string };
}

const photograph = () =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#3a7' } })
    .withExif({
      IFD0: { Artist: marker },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 52/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '109/1 55/1 0/1' },
    })
    .jpeg()
    .toBuffer();

describe('complaints', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let now = new Date('2026-12-07T02:00:00Z');
  let anybody: Api;
  let batchCode: string;

  before(async () => {
    test = await startTestPlatform(() => now);
    anybody = new Api(test.url, '');
    const farm = await registerFarm(test.admin, '611002104');
    batchCode = await registerBatch(test.admin, farm);
    for (const [username, division] of [
      ['city', '611000'],
      ['county', '611002'],
      ['elsewhere', '611021'],
    ] as const)
      await test.signInAs(username, ['supervisor'], division);
  });
  after(() => test.stop());

  const send = (path: string, fields: Record<string, string>, photos: Buffer[]) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    for (const photo of photos) body.append('photos', new Blob([new Uint8Array(photo)]), 'IMG_0001.JPG');
    return fetch(test.url + path, { method: 'POST', body });
  };
  const signIn = (username: string) => Api.signIn(test.url, username, password);
  const complain = (more: object = {}) =>
    anybody.create('/api/v1/public/complaints', { kind: 'report', text: '茶园喷洒禁用农药', ...more });
  const status = async (queryCode: unknown) =>
    (await anybody.post('/api/v1/public/complaint-status', { queryCode })).body;

  it('come from anybody, go to the division in charge, and are answered to whoever has the code', async () => {
    const { id, queryCode } = await complain();
    const [city, county] = [await signIn('city'), await signIn('county')];
    expect((await county.get(`/api/v1/complaints/${id}`)).status, 'it lies with the city').to.equal(404);
    expect(await status(queryCode)).to.include({ state: 'received', dueBy: '2026-12-16' });
    const step = (api: Api, verb: string, body: object) => api.post(`/api/v1/complaints/${id}/${verb}`, body);
    expect((await step(city, 'assign', { divisionCode: '610100' })).status).to.equal(400);
    expect((await step(city, 'assign', { divisionCode: '611002' })).body).to.include({ state: 'assigned' });
    expect((await (await signIn('elsewhere')).get(`/api/v1/complaints/${id}`)).status).to.equal(404);
    expect((await step(county, 'answer', { text: '早了' })).status).to.equal(409);
    expect((await step(county, 'accept', {})).body).to.include({ state: 'handling', anonymous: true });
    const deadlines = await county.list<{ state: string; kind: string; divisionCode: string }>(
      `/api/v1/deadlines?record=${id}`,
    );
    expect(deadlines.map(({ kind, state }) => `${kind} ${state}`)).to.have.members([
      'complaint-acceptance met',
      'complaint-report-check running',
    ]);
    const answer = { text: '已查实，立案查处', justified: true };
    expect((await step(county, 'answer', answer)).body).to.include({ state: 'answered' });
    expect((await step(county, 'answer', answer)).status).to.equal(409);
    const clues = await county.list<{ state: string; suspect: string; clue: { kind: string; text: string } }>(
      `/api/v1/cases?resource=complaints&record=${id}`,
    );
    expect(clues.map(({ state, suspect, clue }) => [state, suspect, clue.kind])).to.deep.equal([
      ['clue', '待查', 'complaint'],
    ]);
    expect(clues[0]?.clue.text, 'nothing of the complaint itself').to.equal('投诉举报查证属实：已查实，立案查处');
    expect((await status(queryCode)).answer).to.include({ text: '已查实，立案查处' });
    expect(Object.keys(await status(queryCode))).to.not.include('dueBy');
    expect((await step(county, 'close', {})).body).to.include({ state: 'closed' });
    expect(
      (await anybody.post('/api/v1/public/complaint-status', { queryCode: '0000-0000-0000-0000-0000' })).status,
    ).to.equal(404);
  });

  it('lie where their batch does, and keep secret who complained', async () => {
    const contact = { complainantName: '慕容举报', complainantPhone: '13911112222' };
    const { id, queryCode } = await complain({ batchCode, ...contact });
    const county = await signIn('county');
    const { body } = await county.get(`/api/v1/complaints/${id}`);
    expect(body).to.include({
      batchCode,
      divisionCode: '611002104',
      complainantPhone: '139****2222',
      anonymous: false,
    });
    expect(JSON.stringify([body, await status(queryCode)]))
      .to.not.include('慕容举报')
      .and.to.not.include(String(queryCode));
    const revealed = await county.post(`/api/v1/complaints/${id}/reveal`, { reason: '回访' });
    expect(revealed.body).to.include(contact);
    const stored = await test.platform.context.connection.collection('complaints').find().toArray();
    expect(JSON.stringify(stored)).to.not.include('慕容举报');
    expect(JSON.stringify(stored)).to.not.include('13911112222');
    expect(
      (await anybody.post('/api/v1/public/complaints', { kind: 'report', text: 'x', batchCode: 'NO' })).status,
    ).to.equal(400);
  });

  it('that nobody answers in time are warned of; many in one place are warned of as a cluster', async () => {
    const { id } = await complain({ divisionCode: '611002105' });
    for (const last of [1, 2, 3, 3, 3])
      await complain({ kind: 'dispute', divisionCode: '611002105', complainantPhone: `1390000000${last}` });
    const county = async (path: string) => (await signIn('county')).list<{ kind: string; active: boolean }>(path);
    const kinds = async () => (await county('/api/v1/warnings')).map(({ kind }) => kind);
    // Anonymous ones are one complainant, and the same number is one: four in all.
    expect((await kinds()).filter((kind) => kind === 'complaint-cluster')).to.have.length(1);
    now = new Date(now.getTime() + 12 * day);
    await test.platform.services.deadlines.lookAtDue();
    expect(await kinds()).to.include('overdue-task');
    const overdue = (await county(`/api/v1/deadlines?record=${id}&state=overdue`)).map(({ kind }) => kind);
    expect(overdue).to.deep.equal(['complaint-acceptance']);
  });

  it('come from forms that need no script, and are followed by their query code', async () => {
    const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      fetch(test.url + path, { method: 'POST', body: new URLSearchParams(fields), headers });
    const form = await (await fetch(`${test.url}/complaints?batch=${batchCode}`)).text();
    expect(form)
      .to.include(`value="${batchCode}"`)
      .and.include('action="/complaints?lang=zh"')
      .and.not.include('<script');
    const fields = { kind: 'report', text: '标签疑似<仿冒>', batchCode, complainantName: '' };
    const sent = await post('/complaints', fields);
    expect([sent.status, sent.headers.get('cache-control')]).to.deep.equal([201, 'no-store']);
    const queryCode = /[0-9A-F]{4}(-[0-9A-F]{4}){4}/.exec(await sent.text())?.[0] ?? '';
    expect(await status(queryCode)).to.include({ state: 'received', kind: 'report' });
    const followed = await post('/complaints/status?lang=en', { queryCode: queryCode.toLowerCase() });
    expect(await followed.text()).to.include('<b>Received</b>');

    const refused = await post('/complaints?lang=en', { ...fields, batchCode: 'NO-SUCH-BATCH' });
    expect(refused.status).to.equal(400);
    expect(await refused.text())
      .to.include('标签疑似&lt;仿冒&gt;')
      .and.include('Not sent yet')
      .and.match(/name="batchCode"[^>]*aria-invalid="true"/);
    expect((await post('/complaints', { kind: 'report' })).status).to.equal(400);
    expect((await post('/complaints/status', { queryCode: 'nonsense' })).status).to.equal(404);
    expect((await post('/complaints', fields, { 'sec-fetch-site': 'cross-site' })).status).to.equal(403);
  });

  it('bring photographs, of which those who deal with it see the pixels and nobody the place', async () => {
    const photo = await photograph();
    const form = await (await fetch(`${test.url}/complaints?lang=en`)).text();
    expect(form)
      .to.include('enctype="multipart/form-data"')
      .and.match(/type="file" multiple/);
    const sent = await send('/complaints?lang=en', { kind: 'report', text: '喷药', batchCode }, [photo, photo]);
    expect(sent.status).to.equal(201);
    expect(await sent.text()).to.include('Photographs received: 2');
    const viaApi = await send('/api/v1/public/complaints/with-photos', { kind: 'report', text: '又喷药', batchCode }, [
      photo,
    ]);
    expect(viaApi.status).to.equal(201);
    const { id } = (await viaApi.json()) as { id: string };

    const county = await signIn('county');
    const [kept] = await county.list<Attachment>(`/api/v1/attachments?resource=complaints&record=${id}`);
    expect(kept).to.include({ createdBy: 'public', purpose: 'illustration', state: 'shown' });
    expect(kept).to.not.have.any.keys('place', 'takenAt', 'original');
    const url = String(kept?.file.url);
    const open = (token: string) =>
      fetch(test.url + url, token ? { headers: { authorization: `Bearer ${token}` } } : {});
    const shown = Buffer.from(await (await open(county.token)).arrayBuffer());
    expect((await sharp(shown).metadata()).exif).to.equal(undefined);
    expect(shown.includes(marker)).to.equal(false);
    const pieces = await test.platform.context.connection.collection('attachment-pieces').find().toArray();
    expect(pieces.some(({ data }) => Buffer.from(data.buffer).includes(marker))).to.equal(false);
    expect((await open('')).status).to.equal(401);
    expect((await open((await signIn('elsewhere')).token)).status, 'another county').to.equal(404);
  });

  it('take their photographs along to another division, which alone deals with them then', async () => {
    const sent = await send(
      '/api/v1/public/complaints/with-photos',
      { kind: 'report', text: '喷药', divisionCode: '611021' },
      [await photograph()],
    );
    const { id } = (await sent.json()) as { id: string };
    const [city, county, elsewhere] = [await signIn('city'), await signIn('county'), await signIn('elsewhere')];
    const path = `/api/v1/attachments?resource=complaints&record=${id}`;
    const [photo] = await elsewhere.list<Attachment>(path);
    expect((await city.post(`/api/v1/complaints/${id}/assign`, { divisionCode: '611002' })).status).to.equal(200);
    expect((await elsewhere.get(path)).status).to.equal(404);
    expect((await elsewhere.get(String(photo?.file.url))).status).to.equal(404);
    const [moved] = await county.list<Attachment & { id: string; allowed: string[] }>(path);
    expect(moved?.allowed).to.include('withdraw');
    const withdrawn = await county.post(`/api/v1/attachments/${moved?.id}/withdraw`, { reason: '与本件无关' });
    expect([withdrawn.status, withdrawn.body.state]).to.deep.equal([200, 'withdrawn']);
  });

  it('with photographs that cannot be taken are given back as they were typed, and nothing is stored', async () => {
    const stored = () => test.platform.context.connection.collection('complaints').countDocuments();
    const before = await stored();
    const photo = await photograph();
    const fields = { kind: 'report', text: '别丢了这句话' };
    for (const photos of [
      [Buffer.from('<svg onload="alert(1)"/>')],
      [Buffer.from('%PDF-1.7')],
      [photo.subarray(0, 200)],
      [photo, photo, photo, photo],
      [Buffer.concat([photo, Buffer.alloc(8 * 1024 * 1024)])],
    ]) {
      const page = await send('/complaints', fields, photos);
      expect(page.status).to.equal(400);
      expect(await page.text())
        .to.include('别丢了这句话')
        .and.match(/name="photos"[^>]*aria-invalid="true"/);
      const problem = await send('/api/v1/public/complaints/with-photos', fields, photos);
      expect(problem.status).to.equal(400);
      expect(((await problem.json()) as { errors: { pointer: string }[] }).errors[0]?.pointer).to.equal('/photos');
    }
    expect((await send('/complaints', fields, [Buffer.alloc(26 * 1024 * 1024)])).status).to.equal(413);
    expect((await send('/api/v1/public/complaints/with-photos', { kind: 'nonsense' }, [photo])).status).to.equal(400);
    expect(await stored()).to.equal(before);
  });
});
