import type { PublicationSourceInput } from '@gongkai/contract';
import { type Refusal, refuse } from '../requests/refusal';
import type { PublicationSource } from '../reports/editions.store';

const LONGEST = 2000;

/** Where reports were published, as it is kept: address or citation, a day that exists and is not yet to come. */
export function readSource(input: PublicationSourceInput, now: Date): PublicationSource | Refusal {
  const [url, citation] = [said(input.url), said(input.citation)];
  const publishedOn = input.publishedOn ?? null;
  if (url === null && citation === null) {
    return refuse('BAD_REQUEST', { zh: '请注明来源：网址或者出处。', en: 'Say where it was published: an address or a citation.' });
  }
  if ((url !== null && !isAddress(url)) || [url, citation].some((text) => text !== null && text.length > LONGEST)) {
    return refuse('BAD_REQUEST', {
      zh: `来源网址应以 http:// 或 https:// 开头，来源不超过 ${LONGEST} 字。`,
      en: `The address begins with http:// or https://; a source has at most ${LONGEST} characters.`,
    });
  }
  if (publishedOn !== null && !isPast(publishedOn, now)) {
    return refuse('BAD_REQUEST', { zh: `公布日期 ${publishedOn} 不存在或者尚未到来。`, en: `There was no ${publishedOn} yet.` });
  }
  return { url, citation, publishedOn };
}

function said(text: string | null | undefined): string | null {
  const trimmed = text?.trim();
  return trimmed === undefined || trimmed === '' ? null : trimmed;
}

function isAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:\/\//.test(url);
}

function isPast(day: string, now: Date): boolean {
  const moment = new Date(`${day}T00:00:00+08:00`);
  return !Number.isNaN(moment.getTime()) && new Date(moment.getTime() + 8 * 3_600_000).toISOString().startsWith(day) && moment <= now;
}
