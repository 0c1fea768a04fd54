import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { pino } from 'pino';
import { type Database, openDatabase } from '../database/connection.ts';
import { prepareCollections } from '../database/prepare.ts';
import { temporaryDatabaseUri } from '../database/testing-support/temporary-database.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import { createEventBus } from '../events.ts';
import type { Caller } from '../identity/index.ts';
import { standardsModels } from './model.ts';
import { applicableLimitSchema, applicableLimitsQuery, limitSchema, productSchema, standardSchema } from './schema.ts';
import { createStandardsService, type StandardsService } from './service.ts';

const caller: Caller = { userId: 'c'.repeat(24), username: 'city', roles: ['supervisor'], divisionCode: '611000' };
const refusal = async (attempt: () => unknown): Promise<unknown> => {
  try {
    await attempt();
  } catch (error) {
    return error;
  }
  return expect.fail('should have been refused');
};

describe('standards: service', () => {
  let database: Database;
  let directory: string;
  let standards: StandardsService;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'agritrace-standards-'));
    const log = pino({ level: 'silent' });
    database = await openDatabase({ uri: temporaryDatabaseUri(), dataDirectory: directory, log });
    const { connection } = database;
    standardsModels(connection);
    await prepareCollections(connection);
    standards = createStandardsService({ connection, bus: createEventBus(), clock: () => new Date(), log });
  });
  beforeEach(() => standardsModels(database.connection).Product.collection.deleteMany({}));
  after(async () => {
    await database.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('registers a product once in its category', async () => {
    const product = await standards.createProduct(caller, { name: '商洛核桃 A', categoryCode: 'walnut' });
    expect(product).to.deep.include({ categoryPath: ['坚果', '核桃'], conformityCertificateCovered: false });
    expect(() => productSchema.strict().parse(product)).to.not.throw();
    const again = () => standards.createProduct(caller, { name: ' 商洛核桃 Ａ', categoryCode: 'walnut' });
    expect(await refusal(again)).to.be.instanceOf(Conflict);
    await standards.createProduct(caller, { name: '商洛核桃 A', categoryCode: 'nuts' });
    expect(await standards.getProduct(product.id)).to.deep.equal(product);
    expect(await standards.productById(product.id)).to.deep.equal(product);
    expect((await standards.productsById([product.id])).get(product.id)).to.deep.equal(product);
    expect(await standards.productById('f'.repeat(24))).to.equal(null);
    expect(await refusal(() => standards.getProduct('f'.repeat(24)))).to.be.instanceOf(NotFound);
  });

  it('says where the category codes stand when one is unknown', async () => {
    const error = await refusal(() => standards.createProduct(caller, { name: '核桃', categoryCode: '核桃' }));
    expect(error).to.be.instanceOf(InvalidInput);
    expect(error).to.have.nested.property('errors[0].pointer', '/categoryCode');
    expect((error as Error).message)
      .to.contain('/api/v1/standards/classification')
      .and.to.contain('vegetables');
  });

  it('lists the products of a category with all below it', async () => {
    for (const [name, categoryCode] of [
      ['菠菜', 'spinach'],
      ['西芹', 'celery'],
      ['核桃', 'walnut'],
    ] as const)
      await standards.createProduct(caller, { name, categoryCode });
    const names = async (category?: string) =>
      (await standards.listProducts({ limit: 50, category })).items.map(({ name }) => name);
    expect(await names()).to.deep.equal(['核桃', '西芹', '菠菜']);
    expect(await names('vegetables')).to.deep.equal(['西芹', '菠菜']);
    expect(await refusal(() => names('no-such'))).to.be.instanceOf(InvalidInput);
  });

  it('pages through limits and bans without losing one', async () => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await standards.listLimits({ limit: 100, cursor });
      for (const item of page.items) expect(() => limitSchema.strict().parse(item)).to.not.throw();
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(ids).size).to.equal(ids.length);
    const editions = await standards.editions({ superseded: 'false' });
    const listed = editions.filter(({ kind }) => kind === 'pesticide' || kind === 'banned');
    expect(ids.length).to.equal(listed.reduce((sum, { rows }) => sum + rows, 0));
    expect(await refusal(() => standards.listLimits({ limit: 1, cursor: 'x' }))).to.be.instanceOf(InvalidInput);
  });

  it('finds a substance by any of its names', async () => {
    const { items } = await standards.listLimits({ limit: 500, substance: 'PARATHION' });
    expect(items.map(({ kind }) => kind)).to.include.members(['pesticide', 'banned']);
    expect(new Set(items.map(({ substance }) => substance))).to.deep.equal(new Set(['对硫磷']));
    expect(await standards.getLimit('gb-2763-2026-4.48-tea')).to.include({ maximum: '0.5', foodName: '茶叶' });
    expect(await refusal(() => standards.getLimit('none'))).to.be.instanceOf(NotFound);
  });

  it('finds what reaches a food, by its code or its name', async () => {
    const { items } = await standards.listLimits({ limit: 500, food: '芹菜', substance: '吡虫啉' });
    const byCode = await standards.listLimits({ limit: 500, food: 'celery', substance: '吡虫啉' });
    expect(byCode.items).to.deep.equal(items);
    expect(items.length).to.be.greaterThan(0);
    for (const { foodCode, excluding } of items) {
      expect(['celery', 'leaf-stalk-vegetables', 'leafy-vegetables', 'vegetables']).to.include(foodCode);
      expect(excluding).to.not.include('celery');
    }
    expect(await refusal(() => standards.listLimits({ limit: 1, food: '月亮' }))).to.be.instanceOf(InvalidInput);
  });

  it('does not claim to hold a whole standard', async () => {
    for (const edition of await standards.editions({ superseded: 'false' })) {
      expect(() => standardSchema.strict().parse(edition)).to.not.throw();
      expect(edition.complete).to.equal(false);
    }
  });

  it('knows all names of a substance as one, and its metabolites as others', async () => {
    const { analyteKey } = await standards.lawInForce();
    const keys = ['克百威', 'Carbofuran', '1563-66-2'].map(analyteKey);
    expect(new Set(keys).size).to.equal(1);
    expect(analyteKey('3-羟基克百威')).not.to.equal(keys[0]);
  });

  describe('tell what applies', () => {
    const ask = (query: object) => standards.applicableLimits({ limit: 500, ...query });

    it('to a product, of every substance that the standards speak of, with the row and why', async () => {
      const { id } = await standards.createProduct(caller, { name: '洛南核桃', categoryCode: 'walnut' });
      const { items, nextCursor } = await ask({ product: id, on: '2026-06-01' });
      for (const item of items) expect(() => applicableLimitSchema.strict().parse(item)).to.not.throw();
      expect(nextCursor).to.equal(null);
      const of = (asked: string) => items.find(({ substance }) => substance === asked);
      expect(of('吡虫啉')).to.include({ answer: 'limit', level: 'category' });
      expect(of('吡虫啉')?.limit).to.include({ foodName: '坚果', maximum: '0.01', version: 0 });
      expect(of('毒死蜱')).to.include({ level: 'own' });
      expect(of('噻虫嗪')).to.equal(undefined);
      expect(await ask({ food: '核桃', on: '2026-06-01' })).to.deep.equal({ items, nextCursor });
    });

    it('to one substance under any of its names, also where there is none', async () => {
      const { items } = await ask({ food: 'celery', substance: '噻虫嗪', on: '2026-02-28' });
      expect(items[0]).to.include({ answer: 'no-limit', reason: 'not-in-force' });
      expect(items[0]?.passedOver[0]).to.include({ reason: 'not-in-force' });
      const [unknown] = (await ask({ food: 'celery', substance: 'moonlight' })).items;
      expect(unknown).to.include({ answer: 'no-limit', reason: 'substance-unknown' });
    });

    it('to no food that nobody knows, nor to a product that is not there', async () => {
      expect(await refusal(() => ask({ food: 'moon' }))).to.be.instanceOf(InvalidInput);
      expect(await refusal(() => ask({ product: 'f'.repeat(24) }))).to.be.instanceOf(InvalidInput);
      expect(applicableLimitsQuery.safeParse({}).success).to.equal(false);
      expect(applicableLimitsQuery.safeParse({ food: 'tea', product: 'f'.repeat(24) }).success).to.equal(false);
    });
  });
});
