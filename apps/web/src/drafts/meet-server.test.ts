import type { DraftPartsFragment } from '../generated/graphql';
import { emptyDraft, type LocalDraft } from './draft-shelf';
import { keptOnServer, leftCopy, meetServer } from './meet-server';
import type { TypedContent } from './typed-content';

const saying = (text: string): TypedContent => ({
  form: 'gb2021_30',
  cells: [{ cell: 's3/new_received/total', text }],
  narrative: [],
  explanations: [],
  notes: [],
  reasonClass: null,
  reason: null,
});
const onServer = (version: number, text: string, copies: readonly string[] = []): DraftPartsFragment => ({
  __typename: 'Draft',
  ...{
    id: '1-2025',
    year: 2025,
    life: '1',
    file: null,
    typed: [],
    respondsTo: [],
    thrown: [],
    version,
    content: saying(text),
    carried: [],
    beginsWith: null,
    savedAt: null,
    savedBy: null,
  },
  copies: copies.map((id) => ({ id, version, content: saying(`copy ${id}`), savedAt: '2026-01-05T02:00:00Z', savedBy: '经办人' })),
  may: { save: true, discard: true, submit: true },
});
const here = (text: string, over: DraftPartsFragment, more: Partial<LocalDraft> = {}): LocalDraft => ({
  ...emptyDraft({ accountId: '1', agencyId: '1', year: 2025 }, saying(text)),
  ...{ standing: over, isSent: false, ...more },
});

describe('a draft typed here meets the one on the server', () => {
  const first = onServer(1, 'a');

  it('gives way where it was sent, and stays where it was not', () => {
    expect(meetServer(here('a', first, { isSent: true }), onServer(2, 'b'))).toMatchObject({ content: saying('b'), isSent: true });
    expect(meetServer(here('c', first), onServer(1, 'a'))).toMatchObject({ content: saying('c'), isSent: false, standing: { version: 1 } });
  });

  it('stays over the version it was typed over where somebody else saved, so that the server keeps both', () => {
    const met = meetServer(here('c', first, { trying: saying('x') }), onServer(2, 'b'));
    expect(met).toMatchObject({ content: saying('c'), isSent: false, standing: { version: 1 }, trying: null });
  });

  it('knows its own last try, which nobody had answered', () => {
    const met = meetServer(here('c', first, { trying: saying('b') }), onServer(2, 'b'));
    expect(met).toMatchObject({ content: saying('c'), isSent: false, standing: { version: 2 }, trying: null });
    expect(meetServer(here('b', first, { trying: saying('b') }), onServer(2, 'b'))).toMatchObject({
      isSent: true,
      standing: { version: 2 },
    });
  });

  it('is sent only where nothing was typed while it was on its way', () => {
    expect(keptOnServer(here('c', first), saying('c'), onServer(2, 'c')).isSent).toBe(true);
    expect(keptOnServer(here('d', first), saying('c'), onServer(2, 'c')).isSent).toBe(false);
  });

  it('shows the oldest copy that nobody dealt with, and none that is dealt with', () => {
    const apart = leftCopy(here('a', onServer(1, 'a', ['7', '8']), { isSent: true, settled: ['7'] }));
    expect(apart).toMatchObject({ isMine: false, copy: { id: '8' }, yours: saying('copy 8') });
    expect(leftCopy(here('a', onServer(1, 'a', ['7']), { settled: ['7'] }))).toBeNull();
    expect(keptOnServer(here('a', first, { settled: ['7', '8'] }), saying('a'), onServer(2, 'a', ['8'])).settled).toEqual(['8']);
  });
});
