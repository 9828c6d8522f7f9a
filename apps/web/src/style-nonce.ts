declare global {
  /** Where the pieces that add styles outside of React look for the nonce (get-nonce, under react-remove-scroll of Mantine's dialogues). */
  var __webpack_nonce__: string | undefined;
}

/** The nonce of this page: only style elements that carry it count. Vite writes it into the page, the api anew for each answer. */
export function styleNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  return nonce ?? '';
}

globalThis.__webpack_nonce__ = styleNonce();
