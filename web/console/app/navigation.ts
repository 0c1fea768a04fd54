import type { useShellTexts } from './texts.ts';

type Text = Parameters<ReturnType<typeof useShellTexts>>[0];

interface Entry {
  to: string;
  text: Text;
  /** The right without which the page would be empty. */
  permission: string;
}

interface Group {
  /** One of the eight elements, or what stands around them. */
  title: Text;
  entries: Entry[];
}

export const navigation: Group[] = [
  { title: 'work', entries: [{ to: '/deadlines', text: 'deadlines', permission: 'deadlines:read' }] },
  {
    title: 'warning',
    entries: [
      { to: '/warnings', text: 'warnings', permission: 'warnings:read' },
      { to: '/warnings/tasks', text: 'tasks', permission: 'warning-tasks:read' },
      { to: '/warnings/rules', text: 'rules', permission: 'warning-rules:read' },
      { to: '/warnings/silences', text: 'silences', permission: 'warning-silences:read' },
      { to: '/warnings/channels', text: 'channels', permission: 'warning-channels:read' },
      { to: '/warnings/quality', text: 'quality', permission: 'warnings:read' },
    ],
  },
  {
    title: 'supervision',
    entries: [
      { to: '/inspections', text: 'inspections', permission: 'inspections:read' },
      { to: '/inspection-plans', text: 'inspectionPlans', permission: 'inspection-plans:read' },
      { to: '/complaints', text: 'complaints', permission: 'complaints:read' },
    ],
  },
  {
    title: 'certification',
    entries: [
      {
        to: '/certification-applications',
        text: 'certificationApplications',
        permission: 'certification-applications:read',
      },
      { to: '/certificates', text: 'certificates', permission: 'certificates:read' },
      { to: '/conformity-certificates', text: 'conformity', permission: 'conformity-certificates:read' },
    ],
  },
  {
    title: 'enforcement',
    entries: [
      { to: '/clues', text: 'clues', permission: 'cases:read' },
      { to: '/cases', text: 'cases', permission: 'cases:read' },
      { to: '/penalty-law', text: 'penaltyLaw', permission: 'penalty-law:read' },
    ],
  },
  {
    title: 'traceability',
    entries: [
      { to: '/batches', text: 'batches', permission: 'batches:read' },
      { to: '/recalls', text: 'recalls', permission: 'recalls:read' },
      { to: '/recall-tasks', text: 'recallTasks', permission: 'recall-tasks:read' },
    ],
  },
  {
    title: 'testing',
    entries: [
      { to: '/work-list', text: 'workList', permission: 'samples:enter-result' },
      { to: '/samples', text: 'samples', permission: 'samples:read' },
      { to: '/number-blocks', text: 'numberBlocks', permission: 'number-blocks:read' },
      { to: '/rapid-tests', text: 'rapidTests', permission: 'rapid-tests:read' },
      { to: '/test-reports', text: 'testReports', permission: 'test-reports:read' },
      { to: '/test-turnaround', text: 'turnaround', permission: 'test-reports:read' },
      { to: '/control-charts', text: 'controlCharts', permission: 'control-criteria:read' },
      { to: '/nonconformities', text: 'nonconformities', permission: 'nonconformities:read' },
      { to: '/laboratories', text: 'laboratories', permission: 'laboratories:read' },
      { to: '/objections', text: 'objections', permission: 'objections:read' },
    ],
  },
  {
    title: 'assessment',
    entries: [
      { to: '/overview', text: 'overview', permission: 'assessment-figures:read' },
      { to: '/assessment', text: 'performance', permission: 'assessment-figures:read' },
      { to: '/assessment/grades', text: 'grades', permission: 'assessments:read' },
      { to: '/assessment/risks', text: 'risks', permission: 'assessment-figures:read' },
    ],
  },
  {
    title: 'standardsElement',
    entries: [
      { to: '/standards', text: 'standards', permission: 'standards:read' },
      { to: '/standards/applicable', text: 'applicableLimits', permission: 'limits:read' },
    ],
  },
  {
    title: 'registers',
    entries: [
      { to: '/producers', text: 'producers', permission: 'producers:read' },
      { to: '/devices', text: 'devices', permission: 'devices:read' },
      { to: '/divisions', text: 'divisions', permission: 'producers:read' },
      { to: '/register-imports', text: 'registerImports', permission: 'register-imports:read' },
    ],
  },
  {
    title: 'administration',
    entries: [
      { to: '/users', text: 'users', permission: 'users:read' },
      { to: '/webhooks', text: 'webhooks', permission: 'webhooks:read' },
      { to: '/security-events', text: 'securityEvents', permission: 'security-events:read' },
    ],
  },
];
