import type { Request } from 'express';
import { addressOf } from '../http/address.ts';
import type { Caller } from './caller.ts';
import { tokenOf } from './session-cookie.ts';

/** Finds who is calling from the request's cookie or bearer token; `null` for nobody. */
export type Authenticate = (request: Request) => Promise<Caller | null>;

export function createAuthenticate(identity: { callerOf(token: string): Promise<Caller | null> }): Authenticate {
  return async (request) => {
    const token = tokenOf(request);
    const caller = token ? await identity.callerOf(token) : null;
    return caller && { ...caller, address: addressOf(request) };
  };
}
