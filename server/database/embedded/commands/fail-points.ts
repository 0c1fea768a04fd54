import { EngineError, ProtocolError, unsupported } from '../errors.ts';
import { elements, field, items, readString, type, type Value } from '../values/bson.ts';
import { isNumber, readDouble } from '../values/numbers.ts';
import { applicationOf, type Command, type Reply } from './command.ts';

/**
 * Faults on demand, for the published retry and transaction tests. They exist only in an engine that was started with
 * them: elsewhere `configureFailPoint` is refused.
 */

interface FailPoint {
  data: Map<string, Value>;
  /** Hits that are still let through, then hits that fail. */
  skips: number;
  times: number;
}

export interface Fault {
  blockMilliseconds: number;
  closesConnection: boolean;
  error?: EngineError;
  writeConcernError?: Value;
  /** In place of the labels the server would give. */
  labels?: string[];
}

const names = new Set(['failCommand', 'onPrimaryTransactionalWrite']);
const known = {
  failCommand: new Set([
    'failCommands',
    'errorCode',
    'closeConnection',
    'errorLabels',
    'writeConcernError',
    'appName',
    'blockConnection',
    'blockTimeMS',
    'namespace',
  ]),
  onPrimaryTransactionalWrite: new Set(['closeConnection', 'failBeforeCommitExceptionCode']),
};

const isTrue = (value: Value | undefined) => value?.type === type.boolean && value.bytes[value.start] === 1;
const texts = (value: Value | undefined) => (value?.type === type.array ? items(value).map(readString) : []);

/** How often a fail point lets through and then fails. */
function modeOf(mode: Value | undefined): Pick<FailPoint, 'skips' | 'times'> | 'off' {
  if (mode?.type === type.string) {
    const name = readString(mode);
    if (name === 'off') return 'off';
    if (name === 'alwaysOn') return { skips: 0, times: Number.POSITIVE_INFINITY };
  }
  if (mode?.type === type.object) {
    const [only] = elements(mode);
    if (only && isNumber(only.value)) {
      if (only.name === 'times') return { skips: 0, times: readDouble(only.value) };
      if (only.name === 'skip') return { skips: readDouble(only.value), times: Number.POSITIVE_INFINITY };
    }
  }
  throw unsupported('this mode of a fail point', 2);
}

export class FailPoints {
  private readonly active = new Map<string, FailPoint>();

  configure(command: Command): Reply {
    const name = command.argument.type === type.string ? readString(command.argument) : '';
    if (!names.has(name)) throw unsupported(`the fail point ${name}`, 59);
    const mode = modeOf(command.get('mode'));
    const given = command.document('data');
    const data = new Map((given ? elements(given) : []).map((element) => [element.name, element.value]));
    for (const option of data.keys())
      if (!known[name as keyof typeof known].has(option)) throw unsupported(`${option} of the fail point ${name}`, 72);
    if (mode === 'off') this.active.delete(name);
    else this.active.set(name, { ...mode, data });
    return {};
  }

  private hit(name: string, concerns: (data: Map<string, Value>) => boolean): Map<string, Value> | undefined {
    const point = this.active.get(name);
    if (!point || !concerns(point.data)) return undefined;
    if (point.skips > 0) {
      point.skips--;
      return undefined;
    }
    if (point.times <= 0) return undefined;
    point.times--;
    return point.data;
  }

  /** The fault this command is to meet before it runs. */
  beforeCommand(command: Command, applicationName: string | undefined): Fault | undefined {
    if (command.name === 'configureFailPoint') return undefined;
    const data = this.hit('failCommand', (wanted) => {
      const application = wanted.get('appName');
      const namespace = wanted.get('namespace');
      return (
        texts(wanted.get('failCommands')).includes(command.name === 'ismaster' ? 'isMaster' : command.name) &&
        (!application || readString(application) === (applicationOf(command) ?? applicationName)) &&
        (!namespace || readString(namespace) === `${command.database}.${textOf(command.argument)}`)
      );
    });
    if (!data) return undefined;
    const code = data.get('errorCode');
    const labels = data.get('errorLabels');
    const writeConcernError = data.get('writeConcernError');
    const block = data.get('blockTimeMS');
    return {
      blockMilliseconds: isTrue(data.get('blockConnection')) && block ? readDouble(block) : 0,
      closesConnection: isTrue(data.get('closeConnection')),
      ...(code && {
        error: new EngineError(readDouble(code), "Failing command via 'failCommand' failpoint"),
      }),
      ...(writeConcernError && { writeConcernError }),
      ...(labels && { labels: texts(labels) }),
    };
  }

  /** What a retryable write is to meet: an end before it is committed, or after. */
  atRetryableWrite(): { before?: EngineError | ProtocolError; after?: ProtocolError } | undefined {
    const data = this.hit('onPrimaryTransactionalWrite', () => true);
    if (!data) return undefined;
    const closes = !data.has('closeConnection') || isTrue(data.get('closeConnection'));
    const closed = new ProtocolError('closed by a fail point');
    const code = data.get('failBeforeCommitExceptionCode');
    if (!code) return closes ? { after: closed } : undefined;
    return {
      before: closes ? closed : new EngineError(readDouble(code), 'Failing write before commit due to a fail point'),
    };
  }
}

function textOf(value: Value): string {
  return value.type === type.string ? readString(value) : '';
}

/** The write concern error of a fault, as a reply carries it. */
export function writeConcernErrorOf(fault: Value): Reply {
  const labels = field(fault, 'errorLabels');
  const own = elements(fault).filter(({ name }) => name !== 'errorLabels');
  return {
    writeConcernError: Object.fromEntries(own.map(({ name, value }) => [name, value])),
    ...(labels && { errorLabels: labels }),
  };
}
