import { Injectable } from '@nestjs/common';
import type { Words } from '@gongkai/model';
import { hash } from '@node-rs/argon2';
import { type Caller, keepsRegisters } from '../database/caller';
import { Database } from '../database/database';
import { refuseNames } from '../requests/names';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';
import { type ReadRegister, readRegister } from './read-register';
import type { Entries, LineOutcome, Register } from './register-rows';
import { REGISTERING, RegisterWriter } from './register-writer';

/** What became of an import, or would become of it: all lines or none are written. */
export interface RegisterOutcome {
  readonly lines: readonly LineOutcome[];
  readonly written: boolean;
}

/** Carries the outcome out of a transaction that is not to be kept. */
class NotKept extends Error {
  constructor(readonly lines: readonly LineOutcome[]) {
    super('nothing is kept');
  }
}

/** The line an entry stands on, by its place in its list. */
type LineOf = (index: number) => number;
const counted: LineOf = (index) => index + 1;

const REGISTERS: readonly Register[] = ['regions', 'agencies', 'roster', 'accounts'];

/** Setting up one's own city: regions, agencies, who owes what, and accounts, from files or by GraphQL; by an administrator. */
@Injectable()
export class RegistersService {
  constructor(private readonly database: Database) {}

  /** The file is received only from who may send one. */
  async importFile(
    caller: Caller,
    {
      register,
      receive,
      dryRun,
    }: { readonly register: Register; readonly receive: () => Promise<string | Refusal>; readonly dryRun: boolean },
  ): Promise<RegisterOutcome | Refusal> {
    const refusal = refuseOthers(caller);
    if (refusal !== null) return refusal;
    const text = await receive();
    const read = isRefusal(text) ? text : readRegister(register, text);
    return isRefusal(read) ? read : this.writeRead(caller, { register, dryRun, ...read });
  }

  /** The lines of a file as they are counted in it; where one cannot be read, what would become of the others is said beside it. */
  private async writeRead(
    caller: Caller,
    { register, dryRun, entries, lines, unread }: ReadRegister & { readonly register: Register; readonly dryRun: boolean },
  ): Promise<RegisterOutcome | Refusal> {
    const outcome = await this.write(caller, entries, dryRun || unread.length > 0, (index) => lines[index] ?? index + 1);
    if (isRefusal(outcome)) return outcome;
    const refused = unread.map((line) => ({ ...line, register, action: 'refused' as const, password: null }));
    return { written: outcome.written, lines: [...outcome.lines, ...refused].toSorted((one, other) => one.line - other.line) };
  }

  /** Tries every entry in the order of the registers. A dry run does all of it and keeps none; one refused line keeps none either. */
  async write(caller: Caller, entries: Partial<Entries>, dryRun: boolean, lineOf: LineOf = counted): Promise<RegisterOutcome | Refusal> {
    const refusal = refuseOthers(caller) ?? refuseTexts(entries, lineOf);
    if (refusal !== null) return refusal;
    try {
      const lines = await this.database.write(caller, REGISTERING, async (stores) => {
        const seal = dryRun ? () => Promise.resolve('not kept') : (password: string) => hash(password);
        const tried = await tryAll(new RegisterWriter(stores, seal), entries, lineOf);
        if (dryRun || tried.some(({ action }) => action === 'refused')) throw new NotKept(tried);
        return tried;
      });
      return { lines, written: true };
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
      return { lines: error.lines.map((line) => ({ ...line, password: null })), written: false };
    }
  }
}

function refuseOthers(caller: Caller): Refusal | null {
  if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
  return keepsRegisters(caller) ? null : REFUSALS.notAllowed();
}

/** Nothing of an entry is more than a name: not one of its texts has a line end or a control character, and nothing it is known by is empty. */
function refuseTexts(entries: Partial<Entries>, lineOf: LineOf): Refusal | null {
  for (const register of REGISTERS) {
    for (const [index, entry] of (entries[register] ?? []).entries()) {
      const at = { zh: `${REGISTER_WORDS[register]}第 ${lineOf(index)} 行：`, en: `${register}, line ${lineOf(index)}: ` };
      const texts = Object.values(entry)
        .flat()
        .filter((text): text is string => typeof text === 'string');
      const refusal = refuseNames(texts, at) ?? (knownBy(entry).some((name) => name.trim() === '') ? refuseNameless(at) : null);
      if (refusal !== null) return refusal;
    }
  }
  return null;
}

/** Its name, its other names, what it logs in by. */
function knownBy(entry: Entries[Register][number]): readonly string[] {
  return [
    ...('name' in entry ? [entry.name] : []),
    ...('login' in entry ? [entry.login] : []),
    ...('aliases' in entry ? entry.aliases : []),
  ];
}

const REGISTER_WORDS: Readonly<Record<Register, string>> = { regions: '地区', agencies: '单位', roster: '报送任务', accounts: '账号' };

function refuseNameless(at: Words): Refusal {
  return refuse('BAD_NAME', { zh: `${at.zh}名称、别名、登录名不能为空。`, en: `${at.en}a name, an alias or a login name is empty.` });
}

async function tryAll(writer: RegisterWriter, entries: Partial<Entries>, lineOf: LineOf): Promise<readonly LineOutcome[]> {
  const outcomes: LineOutcome[] = [];
  for (const register of REGISTERS) {
    for (const [index, entry] of (entries[register] ?? []).entries()) {
      const verdict = await WRITERS[register](writer, entry as never);
      outcomes.push({ register, line: lineOf(index), ...verdict });
    }
  }
  return outcomes;
}

const WRITERS = {
  regions: (writer, entry) => writer.region(entry),
  agencies: (writer, entry) => writer.agency(entry),
  roster: (writer, entry) => writer.obligation(entry),
  accounts: (writer, entry) => writer.account(entry),
} satisfies {
  readonly [Each in Register]: (writer: RegisterWriter, entry: Entries[Each][number]) => Promise<Omit<LineOutcome, 'register' | 'line'>>;
};
