import { BSON } from 'bson';
import { Command } from '../commands/command.ts';
import { dispatch } from '../commands/dispatch.ts';
import { Engine, type EngineOptions } from '../engine.ts';
import { documentValue } from '../values/bson.ts';
import { encodeDocument } from '../values/build.ts';
import { temporaryDirectory } from './engine.ts';

export type InProcess = {
  engine: Engine;
  /** Runs a command on the database `test`; gives its reply, errors included. */
  run(command: Record<string, unknown>): Promise<Record<string, unknown>>;
  close(): Promise<void>;
};

/** An engine without its process and socket: for tests that ask it thousands of things. */
export async function openInProcess(options: EngineOptions & { dataDirectory?: string } = {}): Promise<InProcess> {
  const directory = await temporaryDirectory();
  const engine = new Engine(options.dataDirectory ?? directory.path, options);
  return {
    engine,
    async run(command) {
      const body = documentValue(Buffer.from(BSON.serialize({ ...command, $db: command.$db ?? 'test' })));
      const caller = { engine, address: 'test', connectionId: 1, client: {}, ended: new AbortController().signal };
      return BSON.deserialize(encodeDocument(await dispatch(caller, new Command(body, new Map()))));
    },
    async close() {
      await engine.close();
      await directory.remove();
    },
  };
}
