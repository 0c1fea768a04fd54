import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { type EmbeddedEngine, startEmbeddedEngine } from '../index.ts';

export const { MongoClient } = mongoose.mongo;
export type Client = InstanceType<typeof MongoClient>;

export async function temporaryDirectory(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'engine-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export type Running = {
  engine: EmbeddedEngine;
  client: Client;
  directory: string;
  stop(): Promise<void>;
};

/** An engine on a folder of its own with a client connected to it. */
export async function startWithClient(): Promise<Running> {
  const directory = await temporaryDirectory();
  const engine = await startEmbeddedEngine({ dataDirectory: directory.path });
  const client = await MongoClient.connect(engine.uri);
  return {
    engine,
    client,
    directory: directory.path,
    async stop() {
      await client.close();
      await engine.stop();
      await directory.remove();
    },
  };
}

/** The error a promise rejects with; fails when it does not. */
export async function errorOf(promise: Promise<unknown>): Promise<Error & { code?: unknown; [name: string]: unknown }> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error as Error & { [name: string]: unknown };
  }
  throw new Error('expected an error');
}
