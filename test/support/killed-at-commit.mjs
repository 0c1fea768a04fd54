// Loaded into the built service before anything else: it ends as in a power cut, before or after a commit of what a person asked for.
// At SIGUSR2 it reads in the file of KILL_ORDER at which one: `before 1`.
import { readFileSync } from 'node:fs';
import { ClientSession } from 'mongodb';
import { attributionOf } from '../../dist/server/database/change-log/actor.js';

const commit = ClientSession.prototype.commitTransaction;
let moment = '';
let left = 0;

process.on('SIGUSR2', () => {
  const [when, nth] = readFileSync(process.env.KILL_ORDER, 'utf8').split(' ');
  moment = when;
  left = Number(nth);
  process.stderr.write('armed\n');
});

const end = () => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
};

function isOfPerson(session) {
  try {
    return attributionOf(session, '').actor.kind === 'user';
  } catch {
    return false;
  }
}

ClientSession.prototype.commitTransaction = async function (...given) {
  if (left > 0 && isOfPerson(this)) left -= 1;
  else return commit.apply(this, given);
  const isIt = left === 0;
  if (isIt && moment === 'before') return end();
  const answer = await commit.apply(this, given);
  return isIt ? end() : answer;
};
