import { QueryClient } from '@tanstack/react-query';
import { Fault } from './fault';

/** Asks again once where nobody answered; a fault of the platform is shown at once. Without a network a request fails and says so: it neither waits nor goes off later by itself. */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 1 && error instanceof Fault && error.kind === 'offline',
    },
    mutations: { networkMode: 'always' },
  },
});
