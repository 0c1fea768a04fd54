import { problemOf } from '../api/client.ts';
import { Problem } from '../api/problem.ts';

/**
 * Saves what an address answers as a file, under the name that the server gives it.
 * @throws Problem when it answers with one
 */
export function saveFile(address: string): Promise<void> {
  return save(address, {});
}

/**
 * The same for what is asked for with a body, such as labels to print.
 * @throws Problem when it answers with one
 */
export function saveAnswer(address: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  return save(address, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function save(address: string, request: RequestInit): Promise<void> {
  const response = await fetch(address, { ...request, credentials: 'same-origin' }).catch(() => {
    throw Problem.unreachable();
  });
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => undefined));
  const name = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '';
  saveBlob(await response.blob(), name);
}

/** Saves what was made here as a file. */
export function saveBlob(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
