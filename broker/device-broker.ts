import { Aedes, type AedesPublishPacket, type Client, type PublishPacket } from 'aedes';

type Done = (error?: Error) => void;

/**
 * Aedes without the distribution of what clients publish. A device's message ends where it is stored, before its
 * acknowledgement: nobody may subscribe to it, so there is no subscriber to look for and nothing to keep.
 */
export class DeviceBroker extends Aedes {
  override publish(packet: AedesPublishPacket | PublishPacket, client: Client | Done, done?: Done): void {
    if (typeof client === 'function') super.publish(packet as PublishPacket, client);
    else done?.();
  }
}
