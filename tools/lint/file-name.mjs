import path from 'node:path';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.[cm]?[jt]sx?$/;
const PASCAL = /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/;
const EMPTY_WORDS = /(^|[-.])(utils?|helpers?|common|shared|core|base|manager|handler|data|info|interface|dto|impl)([-.]|$)/;
/** Named by a library we use. */
const GIVEN = new Set(['data-source.ts']);

/** @import { Rule } from 'eslint' */

/**
 * ESLint rule: files are kebab-case (React components PascalCase), and no name says nothing.
 * @type {Rule.RuleModule}
 */
export const fileName = {
  meta: { type: 'suggestion', schema: [], docs: { description: 'kebab-case, PascalCase for components, no empty words' } },
  create: (context) => ({
    Program(node) {
      const name = path.basename(context.filename);
      if (!KEBAB.test(name) && !PASCAL.test(name))
        context.report({ node, message: `${name}: files are kebab-case, React components PascalCase.` });
      else if (EMPTY_WORDS.test(name) && !GIVEN.has(name))
        context.report({ node, message: `${name}: the name says nothing; name the file as its main export.` });
    },
  }),
};
