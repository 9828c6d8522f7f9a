import type { Finding } from '@gongkai/model';
import { findingKey } from '@gongkai/ui';
import { nilObstacle } from './nil-obstacle';
import type { NilTexts } from './use-nil-return';

const EMPTY: NilTexts = { statement: '', sections: { s1: '', s5: '', s6: '' }, explanations: {}, reasonClass: null, reason: '', key: 'k' };
const stated: NilTexts = { ...EMPTY, statement: '本机关2023年没有发生应当统计的事项。' };
const found = (code: string, severity: Finding['severity']): Finding =>
  ({ code, severity, cells: [], path: { zh: code, en: code } }) as unknown as Finding;
const running = (...findings: Finding[]) => ({ findings, isPending: false, isBroken: false });
const jump = found('XY-JUMP', 'inconsistency');
const asked = { texts: stated, running: running(), toExplain: [], amends: false };

it('stands in the way as long as something is missing, wrong or not explained', () => {
  expect(nilObstacle({ ...asked, texts: EMPTY })).toBe('statement');
  expect(nilObstacle({ ...asked, running: { findings: null, isPending: true, isBroken: false } })).toBe('checking');
  expect(nilObstacle({ ...asked, running: running(found('NV-HEAD', 'error')) })).toBe('unfinished');
  expect(nilObstacle({ ...asked, running: running(found('NV-HEAD', 'error'), found('NV-YEAR', 'error')) })).toBe('errors');
  expect(nilObstacle({ ...asked, running: running(jump), toExplain: [jump] })).toBe('explanations');
  expect(nilObstacle({ ...asked, amends: true })).toBe('reason');
});

it('lets go of what is explained, and of a check that could not run', () => {
  const explanations = { [findingKey(jump)]: { code: jump.code, cell: null, text: '本年度没有收到任何申请。' } };
  expect(nilObstacle({ ...asked, texts: { ...stated, explanations }, running: running(jump), toExplain: [jump] })).toBeNull();
  expect(nilObstacle({ ...asked, running: { findings: null, isPending: false, isBroken: true } })).toBeNull();
});
