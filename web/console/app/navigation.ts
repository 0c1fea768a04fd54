import type { useShellTexts } from './texts.ts';

interface Entry {
  to: string;
  text: Parameters<ReturnType<typeof useShellTexts>>[0];
  /** The right without which the page would be empty. */
  permission: string;
}

export const navigation: Entry[] = [
  { to: '/warnings', text: 'warnings', permission: 'warnings:read' },
  { to: '/batches', text: 'batches', permission: 'batches:read' },
  { to: '/samples', text: 'samples', permission: 'samples:read' },
  { to: '/rapid-tests', text: 'rapidTests', permission: 'rapid-tests:read' },
  { to: '/devices', text: 'devices', permission: 'devices:read' },
  { to: '/producers', text: 'producers', permission: 'producers:read' },
  { to: '/standards', text: 'standards', permission: 'standards:read' },
  { to: '/warnings/rules', text: 'rules', permission: 'warning-rules:read' },
  { to: '/warnings/channels', text: 'channels', permission: 'warning-channels:read' },
  { to: '/users', text: 'users', permission: 'users:read' },
  { to: '/security-events', text: 'securityEvents', permission: 'security-events:read' },
];
