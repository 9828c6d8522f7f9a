import { useEffect } from 'react';

/** Keeps the files of the app in this browser for who works at a desk; nobody else pays for it. Nothing on plain HTTP, where browsers keep none. */
export function useOfflineWorker(isDesk: boolean): void {
  useEffect(() => {
    if (isDesk && import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js');
  }, [isDesk]);
}
