import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Publication {
  port: number;
  username: string;
  /** Absent: none is sent, as ThingsBoard firmware does. */
  password?: string;
  topic: string;
  message: string | Buffer;
}

/** Publishes with QoS 1 by the real mosquitto_pub; it ends only after the PUBACK. */
export async function mosquittoPublish({ port, username, password, topic, message }: Publication) {
  const address = ['-h', '127.0.0.1', '-p', String(port)];
  const signIn = ['-u', username, ...(password === undefined ? [] : ['-P', password])];
  const words = [...address, ...signIn, '-q', '1', '-t', topic, '-s'];
  const child = spawn('mosquitto_pub', ['-V', 'mqttv311', ...words], { stdio: ['pipe', 'ignore', 'pipe'] });
  child.stdin.end(message);
  let output = '';
  child.stderr.on('data', (data) => {
    output += data;
  });
  const [code] = await once(child, 'close');
  return { code: code as number, output };
}
