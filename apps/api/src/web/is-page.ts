/** The addresses of the app in the browser. */
const PAGES = [/^\/$/, /^\/(login|overview|file|review|notices)\/?$/, /^\/reports\/\d{1,18}\/?$/];

export function isPage(address: string): boolean {
  return PAGES.some((page) => page.test(address));
}
