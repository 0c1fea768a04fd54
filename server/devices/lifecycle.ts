import type { Bilingual } from '../http/fields.ts';
import type { Permission } from '../identity/permissions.ts';

/**
 * The life of a device: registered, active from its first sign-in on (or, behind a gateway, its first message), disabled
 * for a time, retired for good.
 */
export const deviceStates = ['registered', 'active', 'disabled', 'retired'] as const;
export type DeviceState = (typeof deviceStates)[number];

/** What people do with a device, each a right of its own. */
export const deviceVerbs = [
  'issue-claim-code',
  'rotate-secret',
  'place',
  'correct-placements',
  'bind-certificate',
  'unbind-certificate',
  'disable',
  'enable',
  'retire',
  'command',
] as const;
export type DeviceVerb = (typeof deviceVerbs)[number];

interface Transition {
  verb: DeviceVerb;
  from: readonly DeviceState[];
  /** Absent: it stays in its state. */
  to?: DeviceState;
  permission: Permission;
  /** The device's connections are closed, and it cannot come back in the new state. */
  cutsOff: boolean;
}

export const deviceTransitions: readonly Transition[] = [
  { verb: 'issue-claim-code', from: ['registered'], permission: 'devices:issue-claim-code', cutsOff: false },
  { verb: 'command', from: ['registered', 'active'], permission: 'devices:command', cutsOff: false },
  { verb: 'rotate-secret', from: ['registered', 'active'], permission: 'devices:rotate-secret', cutsOff: false },
  { verb: 'place', from: ['registered', 'active', 'disabled'], permission: 'devices:place', cutsOff: false },
  { verb: 'correct-placements', from: deviceStates, permission: 'devices:correct-placements', cutsOff: false },
  {
    verb: 'bind-certificate',
    from: ['registered', 'active', 'disabled'],
    permission: 'devices:bind-certificate',
    cutsOff: false,
  },
  {
    verb: 'unbind-certificate',
    from: ['registered', 'active', 'disabled'],
    permission: 'devices:bind-certificate',
    cutsOff: true,
  },
  { verb: 'disable', from: ['registered', 'active'], to: 'disabled', permission: 'devices:disable', cutsOff: true },
  { verb: 'enable', from: ['disabled'], to: 'active', permission: 'devices:enable', cutsOff: false },
  {
    verb: 'retire',
    from: ['registered', 'active', 'disabled'],
    to: 'retired',
    permission: 'devices:retire',
    cutsOff: true,
  },
];

export function transitionOf(verb: DeviceVerb): Transition {
  const found = deviceTransitions.find((transition) => transition.verb === verb);
  if (!found) throw new Error(`no transition ${verb}`);
  return found;
}

/** A device registered before there were states has none: it becomes active when it is heard. */
export function stateOf(device: { state?: DeviceState }): DeviceState {
  return device.state ?? 'registered';
}

/** A filter for the devices in a state. */
export function inState(state: DeviceState) {
  return state === 'registered' ? { state: { $nin: deviceStates.filter((other) => other !== state) } } : { state };
}

const otherwise: Record<DeviceState, Bilingual> = {
  registered: { zh: '设备未停用', en: 'the device is not disabled' },
  active: { zh: '设备未停用', en: 'the device is not disabled' },
  disabled: { zh: '设备已停用', en: 'the device is disabled' },
  retired: { zh: '设备已报废，不能再使用', en: 'the device is retired for good' },
};

const heardAlready: Bilingual = {
  zh: '设备已接入，请更换密钥',
  en: 'the device is in use: change its secret instead',
};

/** `null` when the step can be taken now, else why not. Rights are asked apart. */
export function whyRefused(device: { state?: DeviceState }, verb: DeviceVerb): Bilingual | null {
  const state = stateOf(device);
  if (transitionOf(verb).from.includes(state)) return null;
  return verb === 'issue-claim-code' && state === 'active' ? heardAlready : otherwise[state];
}

/** Why nothing is taken from the device; `null` when it may send. */
export function whyUnheard(device: { _id: string; state?: DeviceState }): string | null {
  const state = stateOf(device);
  return state === 'disabled' || state === 'retired' ? `Device ${device._id} is ${state}.` : null;
}
