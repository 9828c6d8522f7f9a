import { createHash } from 'node:crypto';
import type { DemoCity } from './demo-city';

/** SHA-256 over the whole city in canonical JSON (keys sorted, no spaces), hexadecimal: two cities are the same exactly where this is. */
export function demoChecksum(city: DemoCity): string {
  return createHash('sha256').update(canonicalJson(city)).digest('hex');
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}
