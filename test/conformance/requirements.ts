import type { Requirement } from './format.ts';

/** The server a file may ask for: its version, how it is set up, its parameters. */
export interface Server {
  version: string;
  parameters: ReadonlyMap<string, unknown>;
}

function compare(left: string, right: string): number {
  const [a, b] = [left, right].map((version) => version.split('.').map(Number));
  for (let part = 0; part < 3; part++) {
    const difference = (a?.[part] ?? 0) - (b?.[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function meets(server: Server, requirement: Requirement): boolean {
  const { minServerVersion, maxServerVersion, topologies, auth, serverless, csfle, serverParameters } = requirement;
  if (minServerVersion && compare(server.version, minServerVersion) < 0) return false;
  // A maximum such as 4.4.99 or 8.0.99 takes in its whole series; one without a patch number as well.
  if (maxServerVersion && compare(server.version, maxServerVersion) > 0) return false;
  if (topologies && !topologies.includes('replicaset')) return false;
  if (auth === true || serverless === 'require' || csfle) return false;
  return Object.entries(serverParameters ?? {}).every(([name, value]) => server.parameters.get(name) === value);
}

/** Whether the tests apply to this server: no requirement, or one of them met. */
export function applies(server: Server, requirements: readonly Requirement[] | undefined): boolean {
  return !requirements || requirements.length === 0 || requirements.some((requirement) => meets(server, requirement));
}
