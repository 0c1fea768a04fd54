import type { StepKind } from '../model.ts';

export interface Stay {
  siteId: string;
  from: Date;
  /** Absent: the batch is still there. */
  to?: Date;
}

interface Movement {
  step: StepKind;
  at: Date;
  siteId?: string;
  destinationSiteId?: string;
}

/**
 * Where a batch was, and when: at its own site from its first event, in transit from shipping (at the destination, where a
 * vehicle is named as such), at the receiving site from receipt. Two stays at the same site in a row are one.
 */
export function staysOf(batch: { createdAt: Date; siteId?: string }, movements: Movement[]): Stay[] {
  const inOrder = [...movements].sort((a, b) => a.at.getTime() - b.at.getTime());
  const start = inOrder[0] && inOrder[0].at < batch.createdAt ? inOrder[0].at : batch.createdAt;
  const arrivals: { siteId: string; from: Date }[] = batch.siteId ? [{ siteId: batch.siteId, from: start }] : [];
  for (const { step, at, siteId, destinationSiteId } of inOrder) {
    const place = step === 'ship' ? (destinationSiteId ?? siteId) : siteId;
    if (place && place !== arrivals.at(-1)?.siteId) arrivals.push({ siteId: place, from: at });
  }
  return arrivals.map((arrival, index) => {
    const next = arrivals[index + 1];
    return next ? { ...arrival, to: next.from } : arrival;
  });
}
