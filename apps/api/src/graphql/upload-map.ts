import { REFUSED_REQUESTS } from '../requests/refused-request';
import type { UploadedFile } from './uploaded-file';

const LONGEST = 16_000;
const NAME = /^[\w-]{1,40}$/;
/** Where the operations of the contract have files. */
const PLACE = /^variables\.(?:file|input\.file|input\.report\.file|(?:input\.)?files\.\d{1,3})$/;

/** Which part of the request goes to which variable. */
export function readMap(text: string): ReadonlyMap<string, string> {
  if (text.length > LONGEST) throw REFUSED_REQUESTS.badMap();
  const map = new Map<string, string>();
  for (const [name, places] of Object.entries(objectIn(text))) {
    const [place, ...more] = Array.isArray(places) ? (places as unknown[]) : [];
    if (!NAME.test(name) || typeof place !== 'string' || !PLACE.test(place) || more.length > 0) throw REFUSED_REQUESTS.badMap();
    map.set(name, place);
  }
  if (new Set(map.values()).size < map.size) throw REFUSED_REQUESTS.badMap();
  return map;
}

function objectIn(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below, as for every other map that is none.
  }
  throw REFUSED_REQUESTS.badMap();
}

/** Puts every file where the map says; each place stands in the operations and holds null. */
export function placeFiles(operations: unknown, map: ReadonlyMap<string, string>, files: ReadonlyMap<string, UploadedFile>): unknown {
  for (const [name, place] of map) {
    const file = files.get(name);
    const steps = place.split('.');
    const last = steps.pop();
    const holder = steps.reduce<unknown>(within, operations);
    if (file === undefined || last === undefined || !isHolder(holder) || within(holder, last) !== null) throw REFUSED_REQUESTS.badMap();
    holder[last] = file;
  }
  return operations;
}

function within(holder: unknown, step: string): unknown {
  return isHolder(holder) && Object.hasOwn(holder, step) ? holder[step] : undefined;
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
