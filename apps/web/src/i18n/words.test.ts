import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import en from './en.json';
import zh from './zh.json';

type Tree = { readonly [key: string]: string | Tree };

const flat = (tree: Tree, before = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as const] : flat(value, `${before}${key}.`),
  );
const CHINESE = flat(zh);
const ENGLISH = flat(en);

const SOURCES = [path.resolve(__dirname, '..'), path.resolve(__dirname, '../../../../libs/ui/src')]
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|[\\/]generated[\\/]/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

describe('the words of the pages', () => {
  it('are the same in both languages, with the same figures in them', () => {
    expect(ENGLISH.map(([key]) => key)).toEqual(CHINESE.map(([key]) => key));
    const figures = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();
    for (const [at, [key, words]] of CHINESE.entries()) expect([key, figures(words)]).toEqual([key, figures(ENGLISH[at]![1])]);
    for (const [key, words] of [...CHINESE, ...ENGLISH]) expect([key, words]).not.toEqual([key, '']);
  });

  it('stand nowhere else: no Chinese in the sources', () => {
    expect(SOURCES.length).toBeGreaterThan(60);
    for (const { file, text } of SOURCES) expect([file, withoutComments(text).match(/[　-〿一-鿿＀-￯]+/g)]).toEqual([file, null]);
  });

  it('are all there: every key that is asked for', () => {
    const keys = new Set([...CHINESE.map(([key]) => key)]);
    const asked = SOURCES.flatMap(({ text }) => [...text.matchAll(/\bt\('([\w.]+)'/g)].map(([, key = '']) => key));
    expect(asked.length).toBeGreaterThan(150);
    expect(asked.filter((key) => !keys.has(key) && key !== 'tables.headings')).toEqual([]);
  });

  it('are all used', () => {
    const everything = SOURCES.map(({ text }) => text).join('\n');
    const open = new Set([...everything.matchAll(/\bt\(`([\w.]+)\.\$\{/g)].map(([, key = '']) => key));
    const unused = CHINESE.map(([key]) => key).filter(
      (key) =>
        !everything.includes(`'${key}'`) &&
        ![...open].some((group) => key.startsWith(`${group}.`)) &&
        !/^(tables\.headings|moves\.(accept|return|publish)|verdict\.missing|overview\.(of|missing)_)/.test(key),
    );
    expect(unused).toEqual([]);
  });
});
