import { requestBody } from './request-body';

describe('requestBody', () => {
  it('is JSON without a file', () => {
    const { body, headers } = requestBody('query Q { a }', { year: 2025, list: [{ cell: 'x' }], none: null });
    expect(headers['content-type']).toBe('application/json');
    expect(JSON.parse(body as string)).toEqual({ query: 'query Q { a }', variables: { year: 2025, list: [{ cell: 'x' }], none: null } });
  });

  it('puts a nested file beside the operations and says where it belongs', () => {
    const file = new File(['report'], 'report.txt');
    const { body, headers } = requestBody('mutation M { a }', { input: { report: { file, year: 2025 } } });
    const form = body as FormData;
    expect(headers).toEqual({});
    expect([...form.keys()]).toEqual(['operations', 'map', '0']);
    expect(JSON.parse(form.get('operations') as string).variables).toEqual({ input: { report: { file: null, year: 2025 } } });
    expect(JSON.parse(form.get('map') as string)).toEqual({ 0: ['variables.input.report.file'] });
    expect((form.get('0') as File).name).toBe('report.txt');
  });
});
