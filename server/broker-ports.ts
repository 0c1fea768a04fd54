import type { BrokerPorts, CanonicalReading, UserPrincipal } from '../broker/ports.ts';
import { isAway, isFull } from './database/connection.ts';
import type { CommandsService, DevicesService, HistoryService } from './devices/index.ts';
import { isWithin } from './divisions/rules.ts';
import { credentialsOf } from './identity/caller.ts';
import type { IdentityService } from './identity/index.ts';
import { holds } from './identity/rights/ability.ts';
import type { TestingService } from './testing/index.ts';
import type { WarningsService } from './warnings/index.ts';

interface Services {
  devices: DevicesService;
  commands: CommandsService;
  history: Pick<HistoryService, 'oldestTakenIn'>;
  identity: IdentityService;
  testing: Pick<TestingService, 'storeDeviceResults'>;
  warnings: Pick<WarningsService, 'evaluateReadings'>;
}

const userPrefix = 'user:';
const gatewayPrefix = 'app:';

/** The broker's view of the platform: who may connect, and where readings and results go. */
export function createBrokerPorts({ devices, commands, history, identity, testing, warnings }: Services): BrokerPorts {
  const authenticateUser = async (username: string, token: string): Promise<UserPrincipal | null> => {
    const caller = await identity.callerOf(token);
    const mayRead = caller?.username === username && holds(caller, 'warnings:read');
    if (!mayRead || caller.roles.includes('producer')) return null;
    return {
      kind: 'user',
      username,
      divisionCode: caller.divisionCode,
      credentials: credentialsOf(caller),
      renew: () => authenticateUser(username, token),
    };
  };

  const keepRefused = (reading: Omit<CanonicalReading, 'frame'>, reason: string) =>
    devices.rejectMessage({
      device: reading.device,
      topic: `agritrace/v1/${reading.device}/readings`,
      payload: Buffer.from(JSON.stringify(reading)),
      reason,
      receivedAt: reading.receivedAt,
    });

  return {
    async authenticate(username, password) {
      if (!password?.length) {
        const deviceId = await devices.deviceOfToken(username);
        return deviceId === null ? null : { kind: 'device', deviceId };
      }
      if (username.startsWith(gatewayPrefix)) {
        const gateway = await devices.authenticateGateway(username.slice(gatewayPrefix.length), password);
        return gateway && { kind: 'integration', name: gateway.device, until: gateway.until };
      }
      if (username.startsWith(userPrefix))
        return authenticateUser(username.slice(userPrefix.length), password.toString());
      const device = await devices.authenticate(username, password);
      return device && { kind: 'device', deviceId: device.device, until: device.until };
    },

    async authenticateCertificate(fingerprint, username) {
      const device = await devices.deviceOfCertificate(fingerprint);
      if (!device) return null;
      const asGateway =
        device.kind === 'gateway' && (username ?? `${gatewayPrefix}${device.id}`) === `${gatewayPrefix}${device.id}`;
      if (asGateway) return { kind: 'integration', name: device.id };
      return username === undefined || username === device.id ? { kind: 'device', deviceId: device.id } : null;
    },

    sourceOf: (sender, child) => devices.sourceOf(sender, child),

    async storeReadings(readings) {
      const oldest = history.oldestTakenIn();
      const { placed, stored, duplicates, contradictions } = await devices.storeReadings(
        readings.filter(({ at }) => at >= oldest),
      );
      for (const reading of readings)
        if (reading.at < oldest)
          await keepRefused(reading, `it was measured before ${oldest.toISOString()}, of which no readings are kept`);
      const untrue = new Map(contradictions.map(({ index, storedValue }) => [placed[index], storedValue]));
      for (const [reading, storedValue] of untrue)
        if (reading)
          await keepRefused(
            reading,
            `another value (${storedValue}) is already stored for ${reading.metric} at ${reading.at.toISOString()}`,
          );
      // Repeats as well: the first time may have ended between storing and evaluating, and twice changes nothing.
      await warnings.evaluateReadings(placed.filter((reading) => !untrue.has(reading)));
      return { stored: stored.length, duplicates };
    },

    isAway,
    isFull,
    storeResults: (results) => testing.storeDeviceResults(results),
    pendingCommands: (deviceId) => commands.pending(deviceId),
    commandSent: (id) => commands.noteSent(id),
    answerCommand: (answer) => commands.answer(answer),
    commandDone: (deviceId, name, at) => commands.noteDone(deviceId, name, at),
    rejectMessage: (message) => devices.rejectMessage(message),
    noteMissing: (deviceId, missing) => devices.noteMissing(deviceId, missing),
    noteVitals: (deviceId, vitals, at) => devices.noteVitals(deviceId, vitals, at),
    recordStatus: (deviceId, status, at) => devices.recordStatus(deviceId, status, at),
    mayReadWarnings: (own, asked) => isWithin(asked, own),
  };
}
