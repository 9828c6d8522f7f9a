/** What a page may load and do. Styles come from files of ours, or from elements that carry the nonce of this one answer. */
const DIRECTIVES: Readonly<Record<string, string>> = {
  'default-src': "'self'",
  'script-src': "'self'",
  'script-src-attr': "'none'",
  'style-src': "'self'",
  'style-src-attr': "'none'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

/** The policy as the header says it; without a nonce no style element counts at all. */
export function contentSecurityPolicy(styleNonce: string | null = null): string {
  const nonce = styleNonce === null ? '' : ` 'nonce-${styleNonce}'`;
  return Object.entries(DIRECTIVES)
    .map(([name, sources]) => `${name} ${sources}${name === 'style-src' ? nonce : ''}`)
    .join('; ');
}
