/** What became of an attempt to send; `again`: it may do better later; `status`: of an answer by HTTP. */
export type Outcome =
  | { sent: true; status?: number }
  | { sent: false; reason: string; again: boolean; waitSeconds?: number; status?: number };
