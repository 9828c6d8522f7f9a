import { createBrowserRouter, Navigate } from 'react-router';
import { FaultPage } from './feedback/FaultPage';
import { NotFoundPage } from './feedback/NotFoundPage';
import { PageFrame } from './frame/PageFrame';

/** Every page is a chunk of its own; everything that can be shared stands in the URL. */
export const router = createBrowserRouter([
  {
    path: '/',
    element: <PageFrame />,
    errorElement: <FaultPage />,
    HydrateFallback: () => null,
    children: [
      {
        errorElement: <FaultPage />,
        children: [
          { index: true, element: <Navigate to="/overview" replace /> },
          { path: 'login', lazy: async () => ({ Component: (await import('./pages/login/LoginPage')).LoginPage }) },
          { path: 'overview', lazy: async () => ({ Component: (await import('./pages/overview/OverviewPage')).OverviewPage }) },
          { path: 'file', lazy: async () => ({ Component: (await import('./pages/file/FilePage')).FilePage }) },
          { path: 'file/:year', lazy: async () => ({ Component: (await import('./pages/file/FilePage')).FilePage }) },
          { path: 'file/:year/nil', lazy: async () => ({ Component: (await import('./pages/nil/NilPage')).NilPage }) },
          { path: 'receipts', lazy: async () => ({ Component: (await import('./pages/receipts/ReceiptsPage')).ReceiptsPage }) },
          { path: 'receipts/:number', lazy: async () => ({ Component: (await import('./pages/receipts/ReceiptPage')).ReceiptPage }) },
          { path: 'reports/:id', lazy: async () => ({ Component: (await import('./pages/report/ReportPage')).ReportPage }) },
          { path: 'review', lazy: async () => ({ Component: (await import('./pages/review/ReviewPage')).ReviewPage }) },
          { path: 'notices', lazy: async () => ({ Component: (await import('./pages/notices/NoticesPage')).NoticesPage }) },
          { path: 'account', lazy: async () => ({ Component: (await import('./pages/account/AccountPage')).AccountPage }) },
          { path: 'accounts', lazy: async () => ({ Component: (await import('./pages/accounts/AccountsPage')).AccountsPage }) },
          { path: 'registers', lazy: async () => ({ Component: (await import('./pages/registers/RegistersPage')).RegistersPage }) },
          { path: 'rules', lazy: async () => ({ Component: (await import('./pages/rules/RulesPage')).RulesPage }) },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
