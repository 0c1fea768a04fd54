import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Publication {
  port: number;
  username: string;
  password: string;
  topic: string;
  message: string;
}

/** Publishes with QoS 1 by the real mosquitto_pub; it ends only after the PUBACK. */
export async function mosquittoPublish({ port, username, password, topic, message }: Publication) {
  const words = [
    '-h',
    '127.0.0.1',
    '-p',
    String(port),
    '-u',
    username,
    '-P',
    password,
    '-q',
    '1',
    '-t',
    topic,
    '-m',
    message,
  ];
  const child = spawn('mosquitto_pub', ['-V', 'mqttv311', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stderr.on('data', (data) => {
    output += data;
  });
  const [code] = await once(child, 'close');
  return { code: code as number, output };
}
