import path from 'node:path';
import ts from 'typescript';
import { WORKSPACE } from '../fresh-database';

/** A type as far as a database can be held against it. */
export interface ReadType {
  readonly text: string;
  /** What it is when it is there: `object` for anything with members, `unknown` for what says nothing. */
  readonly kind: 'string' | 'number' | 'bigint' | 'boolean' | 'date' | 'bytes' | 'list' | 'object' | 'unknown';
  readonly nullable: boolean;
  /** The words of a closed list; null for any text. */
  readonly words: readonly string[] | null;
  /** Of a list. */
  readonly element: ReadType | null;
}

/** A statement as the source has it. */
export interface ReadStatement {
  readonly place: string;
  /** Null where it is no constant. */
  readonly text: string | null;
  /** Null where the rows are not looked at. */
  readonly row: Readonly<Record<string, ReadType>> | null;
  /** Null where the values are not named. */
  readonly values: Readonly<Record<string, ReadType>> | null;
}

const API = path.join(WORKSPACE, 'apps/api');

/** Every call of an `Sql` in the sources of the api, or in the files given: what its types say, by TypeScript itself. */
export function readStatements(files?: readonly string[]): readonly ReadStatement[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(API, 'tsconfig.json'),
    { noEmit: true },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
      },
    },
  )!;
  const program = ts.createProgram({
    rootNames: files ?? config.fileNames,
    options: { ...config.options, composite: false, incremental: false, ...(files === undefined ? {} : { rootDir: '/' }) },
    ...(config.projectReferences === undefined ? {} : { projectReferences: config.projectReferences }),
  });
  const checker = program.getTypeChecker();
  const read: ReadStatement[] = [];
  for (const source of program.getSourceFiles()) {
    if (source.isDeclarationFile || !(files ?? config.fileNames).includes(source.fileName)) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && isSql(checker, node)) read.push(...readCall(checker, node));
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return read;
}

function isSql(checker: ts.TypeChecker, call: ts.CallExpression): boolean {
  return checker.getTypeAtLocation(call.expression).aliasSymbol?.name === 'Sql';
}

/** One for each text it may be: a choice between constants is as many statements. */
function readCall(checker: ts.TypeChecker, call: ts.CallExpression): readonly ReadStatement[] {
  const [text, values] = call.arguments;
  const source = call.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(call.getStart());
  const place = `${path.relative(API, source.fileName)}:${line + 1}`;
  const given = values === undefined ? {} : membersOf(checker, checker.getTypeAtLocation(values));
  const row = rowOf(checker, call);
  return textsOf(checker.getTypeAtLocation(text!)).map((each) => ({ place, text: each, row, values: given }));
}

function textsOf(type: ts.Type): readonly (string | null)[] {
  const types = type.isUnion() ? type.types : [type];
  return types.map((each) => (each.isStringLiteral() ? each.value : null));
}

function rowOf(checker: ts.TypeChecker, call: ts.CallExpression): ReadStatement['row'] {
  const promised = checker.getAwaitedType(checker.getResolvedSignature(call)!.getReturnType())!;
  const row = checker.getIndexTypeOfType(promised, ts.IndexKind.Number)!;
  return row.flags & ts.TypeFlags.Unknown ? null : membersOf(checker, row);
}

/** The members of an object or of a row with a name for each place; null where it is a list without names. */
function membersOf(checker: ts.TypeChecker, type: ts.Type): Readonly<Record<string, ReadType>> | null {
  if (checker.isArrayType(type)) return null;
  const entries = checker.getPropertiesOfType(type).map((member) => {
    const read = readType(checker, checker.getTypeOfSymbol(member));
    return [member.name, member.flags & ts.SymbolFlags.Optional ? { ...read, nullable: true } : read] as const;
  });
  return Object.fromEntries(entries);
}

function readType(checker: ts.TypeChecker, whole: ts.Type): ReadType {
  const type = checker.getNonNullableType(whole);
  const parts = type.isUnion() ? type.types : [type];
  const kinds = [...new Set(parts.map((part) => kindOf(checker, part)))];
  const kind = kinds.length === 1 ? kinds[0]! : 'object';
  const element = kind === 'list' ? checker.getIndexTypeOfType(type, ts.IndexKind.Number) : undefined;
  return {
    text: checker.typeToString(whole),
    kind,
    nullable: (whole.isUnion() ? whole.types : [whole]).some(
      (part) => part.flags & (ts.TypeFlags.Null | ts.TypeFlags.Unknown | ts.TypeFlags.Any),
    ),
    words:
      kind === 'string' && parts.every((part) => part.isStringLiteral()) ? parts.map((part) => (part as ts.StringLiteralType).value) : null,
    element: element === undefined ? null : readType(checker, element),
  };
}

function kindOf(checker: ts.TypeChecker, type: ts.Type): ReadType['kind'] {
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return 'unknown';
  if (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.TemplateLiteral)) return 'string';
  if (type.flags & ts.TypeFlags.NumberLike) return 'number';
  if (type.flags & ts.TypeFlags.BigIntLike) return 'bigint';
  if (type.flags & ts.TypeFlags.BooleanLike) return 'boolean';
  if (checker.isArrayType(type) || checker.isTupleType(type)) return 'list';
  const name = type.symbol?.name;
  if (name === 'Date') return 'date';
  return name === 'Uint8Array' || name === 'Buffer' ? 'bytes' : 'object';
}
