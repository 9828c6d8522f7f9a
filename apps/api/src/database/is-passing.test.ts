import { overdueOr } from './deadlines';
import { isPassing } from './is-passing';

const fault = (code: string, message = ''): Error => Object.assign(new Error(message), { code });

describe('a fault that passes', () => {
  it.each(['40001', '40P01', '08006', '53100', '53300', '55P03', '57P01', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])(
    '%s is one',
    (code) => {
      expect(isPassing(fault(code))).toBe(true);
      expect(isPassing(overdueOr(fault(code)))).toBe(true);
    },
  );

  it.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])('“%s” is one', (message) => {
    expect(isPassing(new Error(message))).toBe(true);
  });

  it.each(['23505', '22P02', '42501', '57014', 'ENOENT'])('%s is none', (code) => {
    expect(isPassing(fault(code))).toBe(false);
    expect(isPassing(overdueOr(fault(code)))).toBe(false);
  });

  it('is no other thing that is thrown', () => {
    for (const thrown of [null, 'ECONNRESET', {}, new Error('x')]) expect(isPassing(thrown)).toBe(false);
  });
});
