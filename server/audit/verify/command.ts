import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from '../../config.ts';
import { readVerifier } from '../merkle/signed-note.ts';
import { beginNewLogOf } from '../new-log.ts';
import { readSeal, rotateSigningKey } from '../seal.ts';
import { describe } from './disagreement.ts';
import { verifyPlatform } from './platform.ts';
import { messageOf } from './stored.ts';
import { signedCheckpoint, type Trust } from './trust.ts';
import type { Verified } from './verify.ts';

/**
 * `npm run audit:verify`: checks log and records on MONGODB_URI, else on DATA_DIR, whether the platform runs or not.
 * `-- --key KEY [--checkpoint FILE]` holds them to a key and a checkpoint that somebody has kept elsewhere, in the stead
 * of those in DATA_DIR. `-- --rotate-key` gives the log a new signing key instead; `-- --new-log --reason TEXT` lets it go on
 * under a new name where an old backup lies behind what was published.
 * @returns 0 when all agree, 1 when something does not, 2 when nothing could be checked
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      key: { type: 'string', multiple: true },
      checkpoint: { type: 'string' },
      'rotate-key': { type: 'boolean', default: false },
      'new-log': { type: 'boolean', default: false },
      reason: { type: 'string', default: '' },
    },
  });
  const { dataDirectory, mongodbUri } = readConfig(process.env);
  if (values['rotate-key']) {
    say(`新的签名密钥，平台下次启动时生效 / the new signing key, in force from the platform's next start:`);
    say(rotateSigningKey(dataDirectory));
    return 0;
  }
  if (values['new-log']) {
    const reason = values.reason.trim();
    if (reason === '') throw new Error('请用 --reason 说明理由 / say why, with --reason');
    const begun = await beginNewLogOf({ uri: mongodbUri, dataDirectory }, { reason, now: new Date() });
    say(
      `✓ 新日志 ${begun.origin}：旧日志 ${begun.left.origin} 已发布 ${begun.left.size} 条，数据库中有 ${begun.size} 条`,
    );
    say(
      `✓ the log goes on as ${begun.origin}; of ${begun.left.origin} ${begun.left.size} entries were published, ${begun.size} are here`,
    );
    say(begun.verifier);
    return 0;
  }
  const trust = values.key ? given(values.key, values.checkpoint) : readSeal(dataDirectory);
  const outcome = await verifyPlatform({ uri: mongodbUri, dataDirectory, progress: oncePerSecond() }, trust);
  if ('kind' in outcome) {
    say(`✗ ${describe(outcome, 'zh')}`);
    say(`✗ ${describe(outcome, 'en')}`);
    return 1;
  }
  report(outcome);
  return 0;
}

function given(keys: string[], file: string | undefined): Trust {
  const verifiers = keys.map(readVerifier);
  const checkpoint = file === undefined ? null : signedCheckpoint(readFileSync(file, 'utf8'), verifiers);
  if (file !== undefined && !checkpoint) throw new Error(`${file} is no checkpoint that was signed with the given key`);
  return { verifiers, keepsPublished: false, published: () => checkpoint };
}

function report({ entries, records, waiting, checkpoint, published }: Verified): void {
  const inside = checkpoint?.size ?? 0;
  const outside = published ? `${published.size} ${published.root.toString('base64')}` : '—';
  say(`✓ ${records} 条记录与审计日志的 ${entries} 条目一致；数据库内检查点 ${inside}，库外检查点 ${outside}`);
  say(`✓ ${records} records agree with the ${entries} entries of the audit log`);
  say(`  checkpoint in the database: ${inside}; checkpoint kept outside it: ${outside}`);
  if (waiting > 0) say(`  ${waiting} 条目尚未签署 / entries are too new to be signed`);
}

function oncePerSecond() {
  let reported = Date.now();
  return (collection: string, done: number) => {
    if (Date.now() - reported < 1_000) return;
    reported = Date.now();
    process.stderr.write(`  ${collection}: ${done}\n`);
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${messageOf(error).split('\n')[0]}\n`);
    process.exit(2);
  },
);
