import { cellsOf, type Cell, type CellId, type FormId, type TableSection } from '@gongkai/model';
import { CELLS, FORMS } from '@gongkai/catalogue';
import fc, { type Arbitrary } from 'fast-check';
import { anyFigure, type Habit } from './any-figure';
import type { ProcurementUnit, TrialFigure, TrialReport } from './trial-report';

const FORM_IDS: readonly FormId[] = FORMS.map(({ id }) => id);
const AGENCIES = ['青禾县财政局', '云川市人民政府办公室', '清水镇人民政府', '青禾县农业农村局', '云川市文化和旅游局', '望河街道办事处'];
const SENTENCES = [
  '把群众问得最多的事项做成清单，放在政务大厅和村口。',
  '（一）主动公开。更新栏目，补齐过去缺少的目录。',
  '2.受理申请的电话有人接听，答复都在法定期限内寄出。',
  '按照〔2021〕30号文件要求，每季度清查一次已经公开的信息。',
  '全年举办开放日3次，来了群众三百多人。',
  '主动公开政府信息1,286件。',
  '发布政策解读45篇。',
  '有的栏目更新慢，已经指定专人在每月五日前检查。',
  '与上一年相比，新收申请有所减少；第三方意见征询更及时。',
];
const FEE = ['本年度没有收取信息处理费。', '收取信息处理费3940元。', '无其他需要报告的事项。'];
const registry = new Map(CELLS.map((cell) => [cell.id, cell]));

function cellsOfSection(form: FormId, section: TableSection): readonly Cell[] {
  const grids = FORMS.find((one) => one.id === form)?.grids.filter((grid) => grid.section === section) ?? [];
  return grids.flatMap(cellsOf).map((id) => registry.get(id) as Cell);
}

export function cellsOfForms(forms: TrialReport['forms']): readonly Cell[] {
  return [...cellsOfSection(forms.s2, 's2'), ...cellsOfSection(forms.s3, 's3'), ...cellsOfSection(forms.s4, 's4')];
}

function anyFigures(
  cells: readonly Cell[],
  habits: Readonly<Record<TableSection, Habit>>,
  unit: ProcurementUnit,
): Arbitrary<ReadonlyMap<CellId, TrialFigure>> {
  const figures = cells.map((cell) => anyFigure(cell, habits[cell.section], unit));
  return fc.tuple(...figures).map((drawn) => new Map(drawn.map((figure, index) => [(cells[index] as Cell).id, figure])));
}

const anyHabit = fc.constantFrom<Habit>('0', '0', '0', 'blank', 'mark', 'mixed');
const anySentences = fc.uniqueArray(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 });
const anyHead = fc.record({
  agencyName: fc.constantFrom(...AGENCIES),
  year: fc.integer({ min: 2019, max: 2025 }),
  day: fc.integer({ min: 1, max: 31 }),
  // Section four is printed alike in both, and draws nothing of its own.
  forms: fc.record({ s2: fc.constantFrom(...FORM_IDS), s3: fc.constantFrom(...FORM_IDS) }).map(({ s2, s3 }) => ({ s2, s3, s4: s3 })),
  unit: fc.constantFrom<ProcurementUnit>('', '', '（元）', '（万元）', '（单位：元）', '（单位：万元）'),
  habits: fc.record({ s2: anyHabit, s3: anyHabit, s4: anyHabit }),
  s1: anySentences,
  s5: anySentences,
  s6: fc.constantFrom(...FEE).map((sentence) => [sentence]),
});

/** Reports of both forms, mixed ones too, zero-inflated, with every state a cell can have. */
export const anyReport: Arbitrary<TrialReport> = anyHead.chain(({ agencyName, year, day, forms, unit, habits, s1, s5, s6 }) =>
  anyFigures(cellsOfForms(forms), habits, unit).map((figures) => ({
    title: `${agencyName}${year}年政府信息公开工作年度报告`,
    agencyName,
    year,
    signedOn: `${year + 1}-01-${String(day).padStart(2, '0')}`,
    forms,
    procurementUnit: unit,
    figures,
    narrative: { s1, s5, s6 },
  })),
);
