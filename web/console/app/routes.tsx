import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import { RequireSession } from '../identity/RequireSession.tsx';
import { SignInPage } from '../identity/SignInPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { RouteFault } from './RouteFault.tsx';
import { Shell } from './Shell.tsx';
import { StartPage } from './StartPage.tsx';

/** A page that is fetched when it is first opened. */
function page<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return async () => ({ Component: (await load())[name] });
}

export function createRouter() {
  return createBrowserRouter(
    [
      { path: '/sign-in', element: <SignInPage />, errorElement: <RouteFault /> },
      {
        path: '/wall',
        lazy: page(() => import('../wall/WallPage.tsx'), 'WallPage'),
        hydrateFallbackElement: <></>,
        errorElement: <RouteFault />,
      },
      {
        path: '/finish-sign-in',
        lazy: page(() => import('../identity/FinishSignInPage.tsx'), 'FinishSignInPage'),
        hydrateFallbackElement: <></>,
        errorElement: <RouteFault />,
      },
      {
        element: (
          <RequireSession>
            <Shell />
          </RequireSession>
        ),
        hydrateFallbackElement: <></>,
        errorElement: <RouteFault />,
        children: [
          {
            errorElement: <RouteFault />,
            children: [
              { index: true, element: <StartPage /> },
              {
                path: 'overview',
                lazy: page(() => import('../assessment/overview/OverviewPage.tsx'), 'OverviewPage'),
              },
              { path: 'warnings', lazy: page(() => import('../warnings/WarningsPage.tsx'), 'WarningsPage') },
              { path: 'warnings/rules', lazy: page(() => import('../warnings/RulesPage.tsx'), 'RulesPage') },
              {
                path: 'warnings/channels',
                lazy: page(() => import('../warnings/channels/ChannelsPage.tsx'), 'ChannelsPage'),
              },
              { path: 'warnings/tasks', lazy: page(() => import('../warnings/tasks/TasksPage.tsx'), 'TasksPage') },
              {
                path: 'warnings/silences',
                lazy: page(() => import('../warnings/silences/SilencesPage.tsx'), 'SilencesPage'),
              },
              {
                path: 'warnings/quality',
                lazy: page(() => import('../warnings/quality/QualityPage.tsx'), 'QualityPage'),
              },
              { path: 'deadlines', lazy: page(() => import('../deadlines/DeadlinesPage.tsx'), 'DeadlinesPage') },
              {
                path: 'inspections',
                lazy: page(() => import('../supervision/inspections/InspectionsPage.tsx'), 'InspectionsPage'),
              },
              {
                path: 'inspections/:id',
                lazy: page(() => import('../supervision/inspections/InspectionPage.tsx'), 'InspectionPage'),
              },
              {
                path: 'complaints',
                lazy: page(() => import('../supervision/complaints/ComplaintsPage.tsx'), 'ComplaintsPage'),
              },
              {
                path: 'complaints/:id',
                lazy: page(() => import('../supervision/complaints/ComplaintPage.tsx'), 'ComplaintPage'),
              },
              {
                path: 'inspection-plans',
                lazy: page(() => import('../supervision/plans/PlansPage.tsx'), 'PlansPage'),
              },
              {
                path: 'inspection-plans/:id',
                lazy: page(() => import('../supervision/plans/PlanPage.tsx'), 'PlanPage'),
              },
              { path: 'devices', lazy: page(() => import('../devices/DevicesPage.tsx'), 'DevicesPage') },
              { path: 'devices/:id', lazy: page(() => import('../devices/DevicePage.tsx'), 'DevicePage') },
              { path: 'batches', lazy: page(() => import('../traceability/BatchesPage.tsx'), 'BatchesPage') },
              {
                path: 'containers/:code',
                lazy: page(() => import('../traceability/ContainerPage.tsx'), 'ContainerPage'),
              },
              { path: 'batches/:code', lazy: page(() => import('../traceability/BatchPage.tsx'), 'BatchPage') },
              { path: 'recalls', lazy: page(() => import('../traceability/recalls/RecallsPage.tsx'), 'RecallsPage') },
              { path: 'recalls/:id', lazy: page(() => import('../traceability/recalls/RecallPage.tsx'), 'RecallPage') },
              {
                path: 'recall-tasks',
                lazy: page(() => import('../traceability/recalls/RecallTasksPage.tsx'), 'RecallTasksPage'),
              },
              { path: 'samples', lazy: page(() => import('../testing/SamplesPage.tsx'), 'SamplesPage') },
              { path: 'samples/:id', lazy: page(() => import('../testing/SamplePage.tsx'), 'SamplePage') },
              {
                path: 'laboratories',
                lazy: page(() => import('../testing/laboratories/LaboratoriesPage.tsx'), 'LaboratoriesPage'),
              },
              {
                path: 'number-blocks',
                lazy: page(() => import('../testing/number-blocks/NumberBlocksPage.tsx'), 'NumberBlocksPage'),
              },
              {
                path: 'work-list/entry',
                lazy: page(() => import('../testing/work/entry/EntryGridPage.tsx'), 'EntryGridPage'),
              },
              {
                path: 'work-list',
                lazy: page(() => import('../testing/work/WorkListPage.tsx'), 'WorkListPage'),
              },
              {
                path: 'test-reports',
                lazy: page(() => import('../testing/reports/ReportsPage.tsx'), 'ReportsPage'),
              },
              {
                path: 'test-turnaround',
                lazy: page(() => import('../testing/turnaround/TurnaroundPage.tsx'), 'TurnaroundPage'),
              },
              {
                path: 'control-charts',
                lazy: page(() => import('../testing/control-charts/ControlChartsPage.tsx'), 'ControlChartsPage'),
              },
              {
                path: 'nonconformities',
                lazy: page(() => import('../testing/nonconformities/NonconformitiesPage.tsx'), 'NonconformitiesPage'),
              },
              {
                path: 'nonconformities/:id',
                lazy: page(() => import('../testing/nonconformities/NonconformityPage.tsx'), 'NonconformityPage'),
              },
              {
                path: 'objections',
                lazy: page(() => import('../testing/objections/ObjectionsPage.tsx'), 'ObjectionsPage'),
              },
              {
                path: 'objections/:id',
                lazy: page(() => import('../testing/objections/ObjectionPage.tsx'), 'ObjectionPage'),
              },
              {
                path: 'certification-applications',
                lazy: page(() => import('../certification/applications/ApplicationsPage.tsx'), 'ApplicationsPage'),
              },
              {
                path: 'certification-applications/:id',
                lazy: page(() => import('../certification/applications/ApplicationPage.tsx'), 'ApplicationPage'),
              },
              {
                path: 'certificates',
                lazy: page(() => import('../certification/certificates/CertificatesPage.tsx'), 'CertificatesPage'),
              },
              {
                path: 'certificates/:id',
                lazy: page(() => import('../certification/certificates/CertificatePage.tsx'), 'CertificatePage'),
              },
              {
                path: 'conformity-certificates',
                lazy: page(() => import('../certification/ConformityPage.tsx'), 'ConformityPage'),
              },
              { path: 'penalty-law', lazy: page(() => import('../enforcement/law/LawPage.tsx'), 'LawPage') },
              {
                path: 'penalty-law/:code',
                lazy: page(() => import('../enforcement/law/LawRowPage.tsx'), 'LawRowPage'),
              },
              { path: 'clues', lazy: page(() => import('../enforcement/CluesPage.tsx'), 'CluesPage') },
              { path: 'cases', lazy: page(() => import('../enforcement/CasesPage.tsx'), 'CasesPage') },
              { path: 'cases/:id', lazy: page(() => import('../enforcement/CasePage.tsx'), 'CasePage') },
              { path: 'rapid-tests', lazy: page(() => import('../testing/RapidTestsPage.tsx'), 'RapidTestsPage') },
              { path: 'producers', lazy: page(() => import('../producers/ProducersPage.tsx'), 'ProducersPage') },
              { path: 'producers/:id', lazy: page(() => import('../producers/ProducerPage.tsx'), 'ProducerPage') },
              { path: 'assessment', lazy: page(() => import('../assessment/PerformancePage.tsx'), 'PerformancePage') },
              { path: 'assessment/records', lazy: page(() => import('../assessment/RecordsPage.tsx'), 'RecordsPage') },
              { path: 'assessment/risks', lazy: page(() => import('../assessment/RisksPage.tsx'), 'RisksPage') },
              { path: 'assessment/grades', lazy: page(() => import('../assessment/GradesPage.tsx'), 'GradesPage') },
              { path: 'assessment/grades/:id', lazy: page(() => import('../assessment/GradePage.tsx'), 'GradePage') },
              { path: 'standards', lazy: page(() => import('../standards/StandardsPage.tsx'), 'StandardsPage') },
              {
                path: 'standards/edition',
                lazy: page(() => import('../standards/edition/EditionPage.tsx'), 'EditionPage'),
              },
              {
                path: 'standards/applicable',
                lazy: page(() => import('../standards/applicable/ApplicablePage.tsx'), 'ApplicablePage'),
              },
              { path: 'account', lazy: page(() => import('../identity/account/AccountPage.tsx'), 'AccountPage') },
              {
                path: 'register-imports',
                lazy: page(() => import('../exchange/imports/ImportsPage.tsx'), 'ImportsPage'),
              },
              {
                path: 'register-imports/:id',
                lazy: page(() => import('../exchange/imports/ImportPage.tsx'), 'ImportPage'),
              },
              { path: 'webhooks', lazy: page(() => import('../exchange/webhooks/WebhooksPage.tsx'), 'WebhooksPage') },
              {
                path: 'divisions',
                lazy: page(() => import('../divisions/DivisionsPage.tsx'), 'DivisionsPage'),
              },
              { path: 'users', lazy: page(() => import('../identity/users/UsersPage.tsx'), 'UsersPage') },
              { path: 'users/:id', lazy: page(() => import('../identity/users/UserPage.tsx'), 'UserPage') },
              {
                path: 'security-events',
                lazy: page(() => import('../identity/SecurityEventsPage.tsx'), 'SecurityEventsPage'),
              },
              { path: '*', element: <NotFoundPage /> },
            ],
          },
        ],
      },
    ],
    { basename: '/console' },
  );
}
