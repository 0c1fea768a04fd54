/** What became of an attempt to send; `again`: it may do better later. */
export type Outcome = { sent: true } | { sent: false; reason: string; again: boolean; waitSeconds?: number };
