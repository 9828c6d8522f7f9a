import { reasonClassesOf } from '.';

describe('reason classes', () => {
  it('are each there once and in order, however they were joined', () => {
    expect(reasonClassesOf('supplement,correction,,correction')).toEqual(['correction', 'supplement']);
    expect(reasonClassesOf('')).toEqual([]);
  });
});
