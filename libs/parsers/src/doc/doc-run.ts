import { runAt, type PropertyRun } from './doc-properties';
import { hasFlag, numberIn, type Sprm } from './doc-sprms';
import { WordRun, type Height } from '../word/word-run';

const DELETED = 0x0800;
const HIDDEN = 0x083c;
const STRUCK = 0x0837;
const STRUCK_TWICE = 0x2a53;
const RAISED = 0x2a48;
const SIZE = 0x4a43;
const COLOUR = 0x6870;
const COLOUR_OF_SIXTEEN = 0x2a42;
const WHITE_OF_SIXTEEN = 8;
/** In half points. */
const SMALLEST = 4;
const SYMBOL = 0x6a09;
/** What the signs below the blank stand for: breaks, a hyphen, a picture; marks of notes, comments and drawings print nothing. */
const SIGNS: Readonly<Record<string, string>> = {
  '\t': '\t',
  '\u000b': '\n',
  '\u000e': '\n',
  '\u001e': '-',
  '\u001f': '',
  '\u0001': '\uFFFC',
  '\u0002': '',
  '\u0005': '',
  '\u0008': '',
};
/** A sign that means nothing: the text is damaged there, which is not the same as blank. */
const DAMAGED = '\uFFFD';
const FIELD: Readonly<Record<string, string>> = { '\u0013': 'begin', '\u0014': 'separate', '\u0015': 'end' };

/** Characters as they are printed, tracked deletions and hidden text gone. */
export class DocRun {
  private readonly run = new WordRun();
  private current: PropertyRun | undefined;

  constructor(private readonly runs: readonly PropertyRun[]) {}

  printed(character: string, position: number): string {
    const { sprms } = this.turnTo(position);
    const field = FIELD[character];
    if (field !== undefined) {
      this.run.turnField(field);
      return '';
    }
    if (hasFlag(sprms, DELETED) || hasFlag(sprms, HIDDEN) || isTiny(sprms)) return '';
    const sign = SIGNS[character] ?? (character < ' ' ? DAMAGED : character);
    return this.run.printed(sprms.some(({ code }) => code === SYMBOL) ? '\uFFFC' : sign);
  }

  isDeleted(position: number): boolean {
    return hasFlag(this.turnTo(position).sprms, DELETED);
  }

  endFieldCodes(): void {
    this.run.endFieldCodes();
  }

  private turnTo(position: number): PropertyRun {
    if (this.current && this.current.from <= position && position < this.current.to) return this.current;
    const run = runAt(this.runs, position);
    this.current = run;
    this.run.look(
      hasFlag(run.sprms, STRUCK) || hasFlag(run.sprms, STRUCK_TWICE) || isWhite(run.sprms),
      heightOf(numberIn(run.sprms, RAISED)),
    );
    return run;
  }
}

function heightOf(raised: number | undefined): Height {
  if (raised === 1) return 'raised';
  return raised === 2 ? 'lowered' : 'level';
}

function isTiny(sprms: readonly Sprm[]): boolean {
  const size = sprms.findLast(({ code }) => code === SIZE)?.operand.u16(0);
  return size !== undefined && size <= SMALLEST;
}

/** White, on who knows which ground. */
function isWhite(sprms: readonly Sprm[]): boolean {
  const colour = sprms.findLast(({ code }) => code === COLOUR)?.operand.u32(0);
  return colour === undefined ? numberIn(sprms, COLOUR_OF_SIXTEEN) === WHITE_OF_SIXTEEN : colour === 0xffffff;
}
