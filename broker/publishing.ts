import type { AedesOptions, Client, PublishPacket } from 'aedes';
import type { Reply } from './decoders/decoded.ts';
import type { Intake } from './ingest/intake.ts';
import type { Sessions } from './sessions.ts';

const NOTHING = Buffer.alloc(0);

/**
 * What happens to a PUBLISH or a last will. Aedes writes the acknowledgement (PUBACK, PUBREC) after this hook calls back and
 * before anything else, so 'durably stored' is awaited here. An error closes the connection without acknowledgement.
 */
export function createPublishing(sessions: Sessions, intake: Intake): Required<Pick<AedesOptions, 'authorizePublish'>> {
  return {
    authorizePublish(client, packet, done) {
      const session = sessions.of(client);
      if (!session || session.ended) return done(new Error('not signed in'));
      const { topic, qos, retain } = packet;
      const payload = typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload;
      intake(session, { topic, payload, qos, retain }, (error, replies) => {
        release(packet);
        done(error);
        if (client && !error) for (const reply of replies) send(client, reply);
      });
    },
  };
}

/** To this client alone; a topic such as `v1/devices/me/…` has the same name for all. */
function send(client: Client, { topic, payload }: Reply): void {
  if (client.closed) return;
  client.publish({ cmd: 'publish', topic, payload, qos: 0, retain: false, dup: false }, () => {});
}

/** Nobody subscribes to what devices publish: neither the payload nor a retained copy needs to stay in the broker's memory. */
function release(packet: PublishPacket): void {
  packet.payload = NOTHING;
  packet.retain = false;
}
