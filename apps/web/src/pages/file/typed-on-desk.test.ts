import type { ShownEntry } from '@gongkai/ui';
import { typedOnDesk } from './typed-on-desk';

const entry = (origin: ShownEntry['origin']): ShownEntry => ({ text: '3', origin, was: null, isTotal: origin === null });
const s1 = { section: 's1', text: '一年来……' } as const;
const saved = (...narrative: (typeof s1)[]) => ({ saving: 'saved', content: { narrative } }) as const;

it('counts what no file and no year before says', () => {
  const entries = new Map([
    ['s4/review/upheld', entry('typed')],
    ['s4/review/other', entry('typed_over')],
    ['s4/review/pending', entry('read')],
    ['s3/carried_in/total', entry(null)],
    ['s3/carried_in/natural_person', entry('carried')],
  ]);
  expect(typedOnDesk({ entries, file: null, draft: saved(s1) })).toEqual({ cells: 2, sections: 1 });
});

it('finds nothing typed in what a draft begins with and in what a file says', () => {
  const typed = new Map([['s4/review/upheld', entry('typed')]]);
  expect(typedOnDesk({ entries: typed, file: null, draft: { ...saved(s1), saving: 'new' } })).toBeNull();
  const file = { said: { narrative: [{ ...s1, heading: '' }] } };
  expect(typedOnDesk({ entries: new Map([['s4/review/upheld', entry('read')]]), file, draft: saved(s1) })).toBeNull();
});
