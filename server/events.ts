import { EventEmitter } from 'node:events';

/** What one element tells the others, always after the change is committed. */
export interface DomainEvents {
  'warning.changed': { warningId: string; updatedAt: Date };
  /** By another instance on the same database. */
  'warning.changed-elsewhere': { warningId: string };
  /** The parts that do not work at the moment: `database`, `broker`, `spool` (filling), `disk` (full). */
  'platform.faults': { faults: readonly string[] };
  /** The audit log's newest signed checkpoint (C2SP signed note). */
  'checkpoint.signed': { note: string };
  /** Sessions or API tokens that are over, and accounts whose rights changed: connections that stand on them end too. */
  'credentials.ended': { ids: string[] };
  /** A device that was disabled, retired or given another secret, here or by another instance: its connections end. */
  'device.cut-off': { deviceId: string; at: Date };
  'command.queued': { deviceId: string };
  /** Where a device stands, or stood, has changed. */
  'device.placed': { deviceId: string };
}

export interface EventBus {
  emit<Name extends keyof DomainEvents>(name: Name, event: DomainEvents[Name]): void;
  /** Returns a function that ends the subscription. */
  on<Name extends keyof DomainEvents>(name: Name, listener: (event: DomainEvents[Name]) => void): () => void;
}

export function createEventBus(): EventBus {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  return {
    emit(name, event) {
      emitter.emit(name, event);
    },
    on(name, listener) {
      emitter.on(name, listener);
      return () => emitter.off(name, listener);
    },
  };
}
