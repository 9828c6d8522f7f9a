import { basename, relative } from 'node:path';
import { readFile, stat } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { AskerDocument, StartDocument, type JobFragment, type WhyFragment } from '../generated/graphql';
import { filesBelow } from '../sources/list-sources';
import type { ImportOptions } from './import-options';
import { askPlatform, type FileSent, type Platform } from './platform';

/** Names that are there to be sent, or why the import cannot begin. */
type Started = { readonly job: JobFragment } | { readonly refusal: Pick<WhyFragment, 'code' | 'message'> };

/** Sends what was named: files and archives as they are, a folder as one archive. */
export async function startImport(platform: Platform, names: readonly string[], options: ImportOptions): Promise<Started> {
  const regionId = await regionFor(platform, options.region);
  if (regionId === null) return { refusal: noRegion(options.region) };
  const files = await Promise.all(names.map(fileAt));
  const { year, source } = options;
  const input = { files: files.map(() => null), regionId, year, source };
  const { startImport: started } = await askPlatform(platform, StartDocument, { input }, files);
  return started.__typename === 'Refusal' ? { refusal: started } : { job: started as JobFragment };
}

async function fileAt(name: string): Promise<FileSent> {
  if (!(await stat(name)).isDirectory()) return { name: basename(name), bytes: Uint8Array.from(await readFile(name)) };
  const held: Record<string, Uint8Array> = {};
  for (const file of await filesBelow(name)) held[relative(name, file).replaceAll('\\', '/')] = await readFile(file);
  return { name: `${basename(name)}.zip`, bytes: Uint8Array.from(zipSync(held)) };
}

async function regionFor(platform: Platform, named: string | null): Promise<string | null> {
  const { me, region, findPlaces } = await askPlatform(platform, AskerDocument, { text: named ?? '', id: named ?? '' });
  if (named === null) return me?.region?.id ?? null;
  if (region !== null) return region.id;
  const called = findPlaces.items.flatMap((place) => (place.__typename === 'Region' && place.name === named ? [place.id] : []));
  const [only, ...others] = called;
  return only === undefined || others.length > 0 ? null : only;
}

function noRegion(named: string | null): WhyFragment {
  const message =
    named === null
      ? { zh: '账号不属于某个地区，请用 --region 指明地区。', en: 'The account belongs to no region: say which with --region.' }
      : { zh: `没有唯一的地区叫“${named}”，请写编号。`, en: `Not exactly one region is called “${named}”: give its id.` };
  return { code: 'UNKNOWN_REGION', message };
}
