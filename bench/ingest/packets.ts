/** The two packets a publisher sends, MQTT 3.1.1, sections 3.1 and 3.3. */
export interface Account {
  username: string;
  password: string;
}

export function connectPacket(clientId: string, { username, password }: Account): Buffer {
  // User name, password, clean session; no keep alive.
  const head = Buffer.from([0, 4, ...Buffer.from('MQTT'), 4, 0b1100_0010, 0, 0]);
  return packet(0x10, Buffer.concat([head, text(clientId), text(username), text(password)]));
}

/** With QoS 1. */
export function publishPacket(topic: string, payload: string, messageId: number): Buffer {
  const id = Buffer.alloc(2);
  id.writeUInt16BE(messageId);
  return packet(0x32, Buffer.concat([text(topic), id, Buffer.from(payload)]));
}

function packet(type: number, content: Buffer): Buffer {
  const length: number[] = [];
  let rest = content.length;
  do {
    const digit = rest % 128;
    rest = Math.floor(rest / 128);
    length.push(rest > 0 ? digit | 128 : digit);
  } while (rest > 0);
  return Buffer.concat([Buffer.from([type, ...length]), content]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
