import { Problem } from '../api/problem.ts';

/**
 * Saves what an address answers as a file, under the name that the server gives it.
 * @throws Problem when it answers with one
 */
export async function saveFile(address: string): Promise<void> {
  const response = await fetch(address, { credentials: 'same-origin' }).catch(() => {
    throw Problem.unreachable();
  });
  if (!response.ok) throw Problem.of(response.status, await response.json().catch(() => undefined));
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '';
  link.click();
  URL.revokeObjectURL(url);
}
