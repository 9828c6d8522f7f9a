import { runAt, type PropertyRun } from './doc-properties';
import { hasFlag, numberIn } from './doc-sprms';
import { WordRun } from './word-run';

const DELETED = 0x0800;
const HIDDEN = 0x083c;
const STRUCK = 0x0837;
const STRUCK_TWICE = 0x2a53;
const RAISED = 0x2a48;
const SYMBOL = 0x6a09;
/** What stands for a break, a hyphen or something that is no text. */
const SIGNS: Readonly<Record<string, string>> = { '\u000b': '\n', '\u000e': '\n', '\u001e': '-', '\u0001': '\uFFFC', '\t': '\t' };
const FIELD: Readonly<Record<string, string>> = { '\u0013': 'begin', '\u0014': 'separate', '\u0015': 'end' };

/** Characters as they are printed, tracked deletions and hidden text gone. */
export class DocRun {
  private readonly run = new WordRun();
  private current: PropertyRun | undefined;

  constructor(private readonly runs: readonly PropertyRun[]) {}

  printed(character: string, position: number): string {
    const { sprms } = this.turnTo(position);
    const field = FIELD[character];
    if (field !== undefined) this.run.turnField(field);
    if (hasFlag(sprms, DELETED) || hasFlag(sprms, HIDDEN)) return '';
    const sign = SIGNS[character] ?? (character < ' ' ? '' : character);
    return this.run.printed(sprms.some(({ code }) => code === SYMBOL) ? '\uFFFC' : sign);
  }

  isDeleted(position: number): boolean {
    return hasFlag(this.turnTo(position).sprms, DELETED);
  }

  endFieldCodes(): void {
    this.run.endFieldCodes();
  }

  private turnTo(position: number): Pick<PropertyRun, 'sprms'> {
    if (this.current && this.current.from <= position && position < this.current.to) return this.current;
    this.current = runAt(this.runs, position);
    const sprms = this.current?.sprms ?? [];
    this.run.look(hasFlag(sprms, STRUCK) || hasFlag(sprms, STRUCK_TWICE), numberIn(sprms, RAISED) === 1);
    return { sprms };
  }
}
