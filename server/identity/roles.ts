/** 角色: what a person is on the platform. One person may hold several. */
export const roles = [
  'administrator',
  'supervisor',
  'sampler',
  'analyst',
  'reviewer',
  'certifier',
  'officer',
  'producer',
  'auditor',
] as const;

export type Role = (typeof roles)[number];
