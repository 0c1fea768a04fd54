import { rename, writeFile } from 'node:fs/promises';
import type { Context } from '../context.ts';
import type { AuditService } from './service.ts';

/** A place outside of the database where the newest checkpoint is put. */
export interface Outlet {
  name: string;
  put(note: string): Promise<void>;
}

/** A file that is always whole: for a share, or a web server's folder. */
export function fileOutlet(path: string): Outlet {
  return {
    name: path,
    async put(note) {
      await writeFile(`${path}.new`, note, { mode: 0o644 });
      await rename(`${path}.new`, path);
    },
  };
}

/** Puts the newest checkpoint into each outlet, now and whenever another is signed, one after the other. */
export async function publishCheckpoints(
  context: Context,
  audit: Pick<AuditService, 'newestCheckpoint'>,
  outlets: readonly Outlet[],
): Promise<void> {
  let turn: Promise<void> = Promise.resolve();
  const publish = (note: string) => {
    turn = turn.then(async () => {
      for (const { name, put } of outlets)
        await put(note).catch((error: unknown) =>
          context.log.error({ err: error, outlet: name }, 'audit log checkpoint not published'),
        );
    });
    return turn;
  };
  context.bus.on('checkpoint.signed', ({ note }) => void publish(note));
  const newest = await audit.newestCheckpoint();
  if (newest !== null) await publish(newest);
}
