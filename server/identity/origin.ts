import type { Request } from 'express';
import { addressOf } from '../http/address.ts';
import { deviceSecretOf } from './lockout/device-cookie.ts';

/** Where a sign-in comes from. */
export interface Origin {
  address?: string | undefined;
  /** What the program says of itself (User-Agent), shortened. */
  device?: string | undefined;
  /** By which a device is known again on which an account has signed in. */
  deviceSecret?: string | undefined;
}

export function originOf(request: Request): Origin {
  return {
    address: addressOf(request),
    device: request.headers['user-agent']?.slice(0, 200),
    deviceSecret: deviceSecretOf(request),
  };
}
