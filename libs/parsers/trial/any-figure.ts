import type { Cell } from '@gongkai/model';
import fc, { type Arbitrary } from 'fast-check';
import type { ProcurementUnit, TrialFigure } from './trial-report';

const MARKS = ['/', '-', '—', '无', '－', '／', '——', '--'];
const UNREADABLE = [
  ...(['十二', '见附件', '12人', '1.5.2', '？', '①', '1½', '（1）28', '22（应为23）'] as const).map(
    (raw) => [raw, 'number_unreadable'] as const,
  ),
  ...(['约10', '5以上', '22余', '近20件'] as const).map((raw) => [raw, 'figure_estimated'] as const),
  ...(['3/4', '2—3', '12 08', '30\u30007', '7①8'] as const).map((raw) => [raw, 'figures_apart'] as const),
] as const;
/** What may stand beside a figure: before or behind it, and the note it makes. */
const NOTES = [
  ['', '①', '①'],
  ['', '¹', '¹'],
  ['', '₂', '₂'],
  ['', '⑴', '⑴'],
  ['', '⒈', '⒈'],
  ['', '❷', '❷'],
  ['', ' [3]', '[3]'],
  ['', '*', '*'],
  ['', '注1', '注1'],
  ['①', '', '①'],
  ['※', '', '※'],
  ['', '（其中修订6件）', '(其中修订6件)'],
] as const;
const COUNT_UNITS = ['件', ' 件', '条', '个', '宗'];
const FEN = { 元: 100n, 万元: 1_000_000n } as const;
type MoneyUnit = keyof typeof FEN;

const nothing = (state: 'blank' | 'mark', raw: string): TrialFigure => ({ raw, state, amount: null, unit: null, doubt: null, value: null });
const blank = nothing('blank', '');
const anyMark = fc.constantFrom(...MARKS).map((raw) => nothing('mark', raw));
const anyUnreadable = fc
  .constantFrom(...UNREADABLE)
  .map(([raw, doubt]): TrialFigure => ({ raw, state: 'unreadable', amount: null, unit: null, doubt, value: null }));

/** How an agency prints what is zero; the rest is drawn cell by cell. */
export type Habit = '0' | 'blank' | 'mark' | 'mixed';

const wide = (text: string): string => text.replace(/[\d.,+-]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const grouped = (digits: string, comma: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, comma);

/** A decimal string in one of the ways people print it. */
function anyDigits(decimal: string): Arbitrary<string> {
  const [sign = '', whole = '', fraction = ''] = /^([+-]?)(\d+)(.*)$/.exec(decimal)?.slice(1) ?? [];
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(decimal) },
    { weight: 2, arbitrary: fc.constant(sign + grouped(whole, ',') + fraction) },
    { weight: 1, arbitrary: fc.constant(sign + grouped(whole, '，') + fraction) },
    { weight: 2, arbitrary: fc.constant(wide(decimal)) },
  );
}

const number = (raw: string, amount: bigint, unit: TrialFigure['unit']): TrialFigure => ({
  raw,
  state: 'number',
  amount,
  unit,
  doubt: null,
  value: /^-?\d{1,15}(?:\.\d{1,6})?$/.test(raw) && String(Number(raw)) === raw ? Number(raw) : null,
});

const anySize = fc.oneof(
  { weight: 10, arbitrary: fc.integer({ min: 1, max: 30 }) },
  { weight: 4, arbitrary: fc.integer({ min: 31, max: 9999 }) },
  { weight: 1, arbitrary: fc.integer({ min: 10_000, max: 40_000_000 }) },
);

function anyCount(cell: Cell): Arbitrary<TrialFigure> {
  return fc
    .record({ size: anySize, sign: cell.signed ? fc.constantFrom('', '+', '-') : fc.constant(''), unit: fc.constantFrom(...COUNT_UNITS) })
    .chain(({ size, sign, unit }) =>
      fc
        .tuple(anyDigits(`${sign}${size}`), fc.nat(7))
        .map(([digits, chance]) =>
          number(chance === 0 && sign === '' ? digits + unit : digits, sign === '-' ? -BigInt(size) : BigInt(size), cell.unit),
        ),
    );
}

/** A decimal string with as many places as its unit holds exactly in 分. */
function anyDecimal(unit: MoneyUnit): Arbitrary<{ readonly decimal: string; readonly fen: bigint }> {
  const places = unit === '元' ? 2 : 6;
  return fc.record({ whole: anySize, places: fc.nat(places), digits: fc.nat(999_999) }).map(({ whole, places: kept, digits }) => {
    const fraction = kept === 0 ? '' : String(digits).padStart(6, '0').slice(0, kept);
    const decimal = fraction === '' ? String(whole) : `${whole}.${fraction}`;
    return { decimal, fen: BigInt(whole) * FEN[unit] + BigInt(fraction.padEnd(places, '0')) };
  });
}

/** `printed`: the unit of the heading, null where it names none. */
function anyMoney(printed: MoneyUnit | null): Arbitrary<TrialFigure> {
  const own = fc
    .constantFrom<MoneyUnit>('元', '万元')
    .chain((unit) =>
      anyDecimal(unit).chain(({ decimal, fen }) =>
        anyDigits(decimal).map((digits) => number(digits + unit, fen, unit === '元' ? 'cny' : 'cny_10k')),
      ),
    );
  const bare = anyDecimal(printed ?? '元').chain(({ decimal, fen }) =>
    anyDigits(decimal).map((digits): TrialFigure => {
      const read = number(digits, fen, printed === '元' ? 'cny' : 'cny_10k');
      return printed === null ? { ...read, state: 'unit_unknown', amount: null, unit: null, doubt: 'money_without_unit' } : read;
    }),
  );
  const tooFine = fc.constant<TrialFigure>({
    raw: '1.0000001',
    state: 'unreadable',
    amount: null,
    unit: null,
    doubt: 'money_too_fine',
    value: null,
  });
  return fc.oneof(
    { weight: 4, arbitrary: own },
    { weight: 8, arbitrary: bare },
    ...(printed === null ? [] : [{ weight: 1, arbitrary: tooFine }]),
  );
}

function anyZero(cell: Cell, habit: Habit, printed: MoneyUnit | null): Arbitrary<TrialFigure> {
  const unit =
    cell.unit === 'cny' || cell.unit === 'cny_10k' ? (printed === '元' ? 'cny' : printed === null ? cell.unit : 'cny_10k') : cell.unit;
  const zero = fc.constantFrom('0', '0', '0', '０').map((raw) => number(raw, 0n, unit));
  if (habit === '0') return zero;
  if (habit === 'blank') return fc.constant(blank);
  return habit === 'mark' ? anyMark : fc.oneof(zero, fc.constant(blank), anyMark);
}

/** A figure with a mark or a remark beside it. */
function withNote(figure: TrialFigure): Arbitrary<TrialFigure> {
  if (figure.state !== 'number') return fc.constant(figure);
  return fc
    .constantFrom(...NOTES)
    .filter(([before]) => before === '' || /^\d/.test(figure.raw))
    .map(([before, behind, note]) => ({ ...figure, raw: before + figure.raw + behind, note, value: null }));
}

/** Most cells of most reports are zero. */
export function anyFigure(cell: Cell, habit: Habit, procurement: ProcurementUnit): Arbitrary<TrialFigure> {
  const heading = procurement.includes('万元') ? '万元' : procurement.includes('元') ? '元' : null;
  const printed = cell.unit === 'cny_10k' ? '万元' : cell.unit === 'cny' ? heading : null;
  const isMoney = cell.unit === 'cny' || cell.unit === 'cny_10k';
  return fc.oneof(
    { weight: 60, arbitrary: anyZero(cell, habit, printed) },
    { weight: 29, arbitrary: isMoney ? anyMoney(printed) : anyCount(cell) },
    { weight: 1, arbitrary: (isMoney ? anyMoney(printed) : anyCount(cell)).chain(withNote) },
    { weight: 2, arbitrary: fc.constant(blank) },
    { weight: 2, arbitrary: anyMark },
    { weight: 1, arbitrary: anyUnreadable },
  );
}
