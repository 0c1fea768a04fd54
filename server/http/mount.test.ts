import { expect } from 'chai';
import { Router } from 'express';
import { mount } from './mount.ts';
import { type Access, route } from './route.ts';

const gate = { authenticate: async () => null, limits: { admit: async () => {} } };

describe('mounting routes', () => {
  const mountWith = (access: unknown) =>
    mount(
      Router(),
      [
        route({
          method: 'get',
          path: '/api/v1/plots',
          tag: 'plots',
          summary: 'Plots',
          access: access as Access,
          handle: async () => {},
        }),
      ],
      gate,
    );

  it('takes a route that says who may call it', () => {
    for (const access of ['public', 'own-account', 'batches:read']) mountWith(access);
  });

  it('refuses a route that does not, so that the platform does not start with it', () => {
    for (const access of [undefined, '', 'anybody', 'batches:eat', 'toString'])
      expect(() => mountWith(access), String(access)).to.throw('get /api/v1/plots names no right');
  });
});
