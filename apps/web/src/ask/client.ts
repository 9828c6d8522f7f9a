import { QueryClient } from '@tanstack/react-query';
import { Fault } from './fault';

/** Asks again once where nobody answered; a fault of the platform is shown at once. */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 1 && error instanceof Fault && error.kind === 'offline',
    },
  },
});
