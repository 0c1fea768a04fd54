import type { Context } from '../context.ts';
import { createLineage } from './lineage.ts';

interface ProofSources {
  publicReports(codes: string[]): Promise<{ id: string; report: { sampleNumber: string } }[]>;
  audit: {
    newestCheckpoint(): Promise<string | null>;
    verifierKeys(): string[];
    publicProof(about: { resource: string; recordId: string; form: object }, size: number): Promise<object | null>;
  };
}

/** Proofs that the test reports a batch's page shows stand in the audit log as they are shown. Nothing in them is personal. */
export function createPublicProofs(context: Context, { publicReports, audit }: ProofSources) {
  const lineage = createLineage(context.connection);

  return async function publicProofs(code: string) {
    const graph = await lineage.graph(code, 'up', 50);
    const [reports, note] = await Promise.all([publicReports([...graph.distances.keys()]), audit.newestCheckpoint()]);
    const size = Number(note?.split('\n')[1] ?? 0);
    const proofs = await Promise.all(
      reports.map(async ({ id, report }) => ({
        sampleNumber: report.sampleNumber,
        ...(await audit.publicProof({ resource: 'samples', recordId: id, form: report }, size)),
      })),
    );
    return { checkpoint: note, keys: audit.verifierKeys(), proofs };
  };
}

export type PublicProofs = ReturnType<typeof createPublicProofs>;
