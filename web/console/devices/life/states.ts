import type { Device } from '../../api/types.ts';

export const deviceStates = ['registered', 'active', 'disabled', 'retired'] as const satisfies Device['state'][];
