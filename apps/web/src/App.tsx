import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import type { JSX } from 'react';
import { RouterProvider } from 'react-router';
import { client } from './ask/client';
import { router } from './router';
import { styleNonce } from './style-nonce';
import { darkerGreys, theme } from './theme';

export function App(): JSX.Element {
  return (
    <MantineProvider theme={theme} forceColorScheme="light" cssVariablesResolver={darkerGreys} getStyleNonce={styleNonce}>
      <QueryClientProvider client={client}>
        <Notifications position="top-center" autoClose={5000} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
