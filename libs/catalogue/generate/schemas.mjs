import { z } from 'zod';

const text = z.string().trim().min(1);
const code = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a code is snake_case');
const words = z.strictObject({ zh: text, en: text });
const tableSection = z.enum(['s2', 's3', 's4']);
const unit = z.enum(['piece', 'request', 'case', 'item', 'cny_10k', 'cny']);
const additivity = z.enum(['flow', 'stock', 'ratio']);
const formId = z.string().regex(/^[a-z]+\d{4}_\d+$/, 'the id of a form is its issuer, year and number: gb2021_30');

export const cellBlocks = z.array(
  z.strictObject({
    first: z.int().positive(),
    last: z.int().positive(),
    section: tableSection,
    rows: z.array(code).min(1),
    columns: z.array(code).min(1),
    unit,
    stock: z.array(code).default([]),
    signed: z.array(code).default([]),
  }),
);

const line = z
  .strictObject({
    code,
    zh: text,
    en: text,
    under: z.array(text).default([]),
    aliases: z.array(text).default([]),
    group: code.nullable().default(null),
    computed: z.boolean().default(false),
    basis: text.nullable().default(null),
    note: words.nullable().default(null),
  })
  .transform(({ zh, en, ...rest }) => ({ ...rest, label: { zh, en } }));

const grid = z.strictObject({
  id: code,
  section: tableSection,
  heading: text.nullable().default(null),
  printedAs: z.enum(['lines', 'flat']).default('lines'),
  rows: z.array(line).min(1),
  columns: z.array(line).min(1),
});

const ruleId = z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)+$/, 'a rule id looks like S3-ROW');

const rule = z
  .strictObject({
    id: ruleId,
    grid: code.optional(),
    grids: z.array(code).min(1).optional(),
    each: z.enum(['row', 'column']),
    only: z.array(code).min(1).nullable().default(null),
    relation: z.enum(['=', '<=', '>=']).default('='),
    left: z.array(text).min(1),
    right: z.array(text).min(1),
    severity: z.enum(['error', 'inconsistency', 'warning', 'info']),
    missing: z.enum(['zero', 'skip']),
    says: words,
    basis: text,
    remedy: words,
  })
  .refine((value) => (value.grid === undefined) !== (value.grids === undefined), 'a rule names either one `grid` or several `grids`');

const writtenForm = z.strictObject({
  id: formId,
  title: words,
  document: text,
  /** What the document is called in English; the generator of the model reads it. */
  englishName: text,
  issuedOn: z.iso.date(),
  passages: z.record(code, text).default({}),
  years: z.strictObject({ first: z.int(), last: z.int().nullable() }),
  sections: z.array(
    z
      .strictObject({ code: z.enum(['s1', 's2', 's3', 's4', 's5', 's6']), zh: text, en: text, aliases: z.array(text).default([]) })
      .transform((section) => ({ code: section.code, title: { zh: section.zh, en: section.en }, aliases: section.aliases })),
  ),
  grids: z.array(grid).min(1),
  rules: z.array(rule),
});

export const form = writtenForm.transform(({ englishName: _, ...kept }) => kept);

const terms = z.strictObject({ of: z.array(text).min(1), over: z.array(text).default([]) });

export const indicators = z.array(
  z.strictObject({
    position: z.int().positive(),
    code,
    title: words,
    definition: words,
    section: tableSection,
    unit: z.union([unit, z.literal('share')]),
    additivity,
    terms: z.record(z.union([z.literal('all'), formId]), terms.nullable()),
    basis: text,
  }),
);

export const pairs = z.array(
  z.strictObject({
    between: z.tuple([formId, formId]),
    same: z.array(code).default([]),
    differ: z.array(z.strictObject({ verdict: z.enum(['note', 'none']), of: z.array(code).min(1), zh: text, en: text })).default([]),
  }),
);

const acceptedSum = z
  .strictObject({ of: z.array(text).min(1), zh: text.optional(), en: text.optional() })
  .refine(({ zh, en }) => (zh === undefined) === (en === undefined), 'a note is written in both languages')
  .transform(({ of, zh, en }) => ({ of, note: zh === undefined ? null : { zh, en } }));

export const declared = z.array(
  z
    .strictObject({
      code,
      title: words,
      unit: words,
      measure: z.enum(['piece', 'cny']).default('piece'),
      sections: z.array(z.enum(['s1', 's2', 's3', 's4', 's5', 's6'])).min(1),
      rule: ruleId.nullable().default(null),
      cells: z.array(acceptedSum).default([]),
      selfDeclared: z.boolean().optional(),
      note: words,
    })
    .refine(({ rule, cells }) => cells.length === 0 || rule !== null, 'what is held against cells names the rule that does so')
    .transform((figure) => ({ ...figure, selfDeclared: figure.selfDeclared ?? figure.cells.length === 0 })),
);

export const glossary = z.array(z.strictObject({ code, term: words, meaning: words, basis: text }));

export const deadlines = z.array(
  z.strictObject({
    level: z.enum(['department', 'county_government', 'prefecture_government', 'province_government', 'vertical_system']),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    basis: text,
  }),
);
