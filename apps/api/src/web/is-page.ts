/** The addresses of the app in the browser. */
const PAGES = [
  /^\/$/,
  /^\/(login|overview|file|review|notices|receipts|rules|accounts?|registers)\/?$/,
  /^\/reports\/\d{1,18}\/?$/,
  /^\/file\/\d{4}(\/nil)?\/?$/,
  /^\/receipts\/[\w-]{1,40}\/?$/,
];

export function isPage(address: string): boolean {
  return PAGES.some((page) => page.test(address));
}
