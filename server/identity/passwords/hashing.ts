import { hash, verify } from '@node-rs/argon2';
import { limits } from '../limits.ts';

const { memoryCost, timeCost, parallelism } = limits.argon2id;

/** An argon2id hash (the library's default variant) in PHC form. The text is normalized (NFKC), so that the same password typed elsewhere is the same. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), { memoryCost, timeCost, parallelism });
}

export function matchesPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize('NFKC'));
}
