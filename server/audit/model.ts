import { type Connection, Schema } from 'mongoose';
import { unguarded } from '../database/guard.ts';

/** A complete subtree's hash; `_id` is `level/index`. */
export interface TreeNode {
  _id: string;
  /** base64 */
  hash: string;
}

/** How many entries the log has: one document, which keeps two writers from taking the same place. */
export interface LogHead {
  _id: 'head';
  size: number;
}

/** What was signed and published at that size. */
export interface SignedCheckpoint {
  /** The log's size. */
  _id: number;
  note: string;
}

const nodeSchema = new Schema<TreeNode>(
  { _id: { type: String, required: true }, hash: { type: String, required: true } },
  { collection: 'audit-tree', versionKey: false },
);
unguarded(nodeSchema, 'hashes alone, public by design');

const headSchema = new Schema<LogHead>(
  { _id: { type: String, required: true }, size: { type: Number, required: true } },
  { collection: 'audit-head', versionKey: false },
);
unguarded(headSchema, 'a size and a hash, public by design');

const checkpointSchema = new Schema<SignedCheckpoint>(
  {
    _id: { type: Number, required: true },
    note: { type: String, required: true },
  },
  { collection: 'audit-checkpoints', versionKey: false },
);
unguarded(checkpointSchema, 'public by design');

export function auditModels(connection: Connection) {
  return {
    Node: connection.model<TreeNode>('AuditNode', nodeSchema),
    Head: connection.model<LogHead>('AuditHead', headSchema),
    Checkpoint: connection.model<SignedCheckpoint>('AuditCheckpoint', checkpointSchema),
  };
}

export type AuditModels = ReturnType<typeof auditModels>;
