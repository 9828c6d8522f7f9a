import { ignoredIn, placeLink, readParams } from './overview-params';

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025];

describe('readParams', () => {
  it('takes all years and published figures unless the URL says otherwise', () => {
    expect(readParams(new URLSearchParams('region=7'), YEARS)).toEqual({
      scope: { region: '7' },
      from: 2019,
      to: 2025,
      by: null,
      level: null,
      indicator: 'new_received',
      applicant: null,
      outcome: null,
      view: 'as_reported',
      counted: 'published',
      edition: 'latest',
      asOf: null,
      panel: 'all_reporters',
    });
  });

  it('counts other editions, other moments and another panel where the URL says so, and no day that does not exist', () => {
    const read = readParams(new URLSearchParams('edition=first_published&as_of=2025-03-01&panel=constant'), YEARS);
    expect(read).toMatchObject({ edition: 'first_published', asOf: '2025-03-01', panel: 'constant' });
    expect(readParams(new URLSearchParams('edition=x&as_of=2025-13-01&panel=x'), YEARS)).toMatchObject({
      edition: 'latest',
      asOf: null,
      panel: 'all_reporters',
    });
  });

  it('takes view, level, applicant and outcome from the URL, and none that does not exist', () => {
    const read = readParams(new URLSearchParams('view=constant&by=region&level=township&applicant=natural_person&outcome=denied'), YEARS);
    expect(read).toMatchObject({ view: 'constant', by: 'region', level: 'township', applicant: 'natural_person', outcome: 'denied' });
    expect(readParams(new URLSearchParams('outcome=denied_state_secret&by=outcome_group'), YEARS)).toMatchObject({
      outcome: 'denied_state_secret',
      by: 'outcome_group',
    });
    expect(readParams(new URLSearchParams('view=tomorrow&level=street&applicant=total&outcome=total_processed'), YEARS)).toMatchObject({
      view: 'as_reported',
      level: null,
      applicant: null,
      outcome: null,
    });
  });

  it('does not follow years or groupings that do not exist and turns no range round', () => {
    const read = readParams(new URLSearchParams('agency=3&from=2024&to=2022&by=planet&state=drafts'), YEARS);
    expect(read).toMatchObject({ scope: { agency: '3' }, from: 2022, to: 2022, by: null, counted: 'published' });
    expect(readParams(new URLSearchParams('from=1900&to=x'), YEARS)).toMatchObject({ from: 2019, to: 2025, scope: null });
  });
});

describe('ignoredIn', () => {
  const ignored = (query: string): readonly string[] =>
    ignoredIn(new URLSearchParams(query), YEARS).map(({ name, why }) => `${name} ${why.kind}`);

  it('is nothing where all is followed', () => {
    expect(ignored('region=7&from=2021&to=2024&by=region&state=accepted&edition=latest&as_of=2025-03-01&level=')).toEqual([]);
  });

  it('says of each value that is not followed why', () => {
    expect(ignored('from=1900&to=x')).toEqual(['from year', 'to year']);
    expect(ignored('from=2024&to=2022')).toEqual(['from order']);
    expect(ignored('as_of=2025-02-31')).toEqual(['as_of day']);
    expect(ignored('agency=3&region=7')).toEqual(['region agency']);
    expect(ignored('edition=9&indicator=happiness&view=tomorrow')).toEqual(['indicator unknown', 'view choice', 'edition choice']);
  });
});

describe('placeLink', () => {
  it('keeps years and lets go of the place before', () => {
    expect(placeLink({ agency: '3' }, new URLSearchParams('region=7&from=2021&by=region&level=county&view=today'))).toBe(
      '/overview?from=2021&view=today&agency=3',
    );
  });
});
