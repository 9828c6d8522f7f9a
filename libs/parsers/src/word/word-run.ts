import type { HtmlNode } from '../html/html-nodes';
import { childOf } from '../office/office-xml';
import { loweredText, raisedText, struckText } from '../labels/printed-marks';
import { isUnseenRun, PAPER } from './word-colors';
import { isOn, valueOf } from './word-xml';

const FIGURES = /^[\d\s.,]+$/;
/** In half points: text of this size is no text, and text as far from the line is a mark. */
const [SMALLEST, LIFTED] = [4, 6];
/** In half points, where nothing says another; and how much smaller than its neighbour a mark is. */
const [USUAL_SIZE, SMALL] = [21, 0.65];

/** How a run stands to the line. */
export type Height = 'raised' | 'lowered' | 'level';

/** What the run of text that is being read looks like, and whether it stands in the code of a field. */
export class WordRun {
  private struck = false;
  private height: Height = 'level';
  private faint = false;
  private size = USUAL_SIZE;
  private lastSize: number | null = null;
  private readonly fields: ('code' | 'result')[] = [];

  /** False where the run is hidden. `looks`: properties, the nearest first. `ground`: the colour under it, null where nobody knows. */
  begin(looks: readonly HtmlNode[], ground: string | null = PAPER): boolean {
    const find = (name: string): HtmlNode | undefined => firstIn(looks, name);
    const struck = isOn(find('w:strike')) || isOn(find('w:dstrike'));
    const height = heightOf(valueOf(find('w:vertAlign')), Number(valueOf(find('w:position')) ?? 'none'));
    this.look(struck, height, isUnseenRun(find, ground));
    this.size = Number(valueOf(find('w:sz')) ?? USUAL_SIZE);
    return !isOn(find('w:vanish')) && !(Number(valueOf(find('w:sz')) ?? 'none') <= SMALLEST);
  }

  /** `faint`: in the colour of what lies under it. */
  look(struck: boolean, height: Height, faint = false): void {
    this.faint = faint;
    this.struck = struck;
    this.height = height;
  }

  /** A cell begins: nothing stands beside its first run. */
  beginCell(): void {
    this.lastSize = null;
  }

  /** Whether text of this run stands beside text of quite another size, as the mark of a note does. */
  partsSizes(text: string): boolean {
    if (text.trim() === '') return false;
    const last = this.lastSize ?? this.size;
    this.lastSize = this.size;
    return Math.min(last, this.size) <= Math.max(last, this.size) * SMALL;
  }

  turnField(to: string | undefined): void {
    if (to === 'begin') this.fields.push('code');
    else if (to === 'separate' && this.fields.pop()) this.fields.push('result');
    else if (to === 'end') this.fields.pop();
  }

  /** A field code never hides more than its paragraph, whatever is missing at its end. */
  endFieldCodes(): void {
    if (this.fields.includes('code')) this.fields.length = 0;
  }

  printed(text: string): string {
    if (this.fields.includes('code')) return '';
    if (this.struck || (this.faint && FIGURES.test(text))) return struckText(text);
    if (this.height === 'level') return text;
    return this.height === 'raised' ? raisedText(text) : loweredText(text);
  }
}

function firstIn(looks: readonly HtmlNode[], name: string): HtmlNode | undefined {
  for (const properties of looks) {
    const found = childOf(properties, name);
    if (found) return found;
  }
  return undefined;
}

/** `position`: in half points above the line. */
function heightOf(aligned: string | undefined, position: number): Height {
  if (aligned === 'superscript' || position >= LIFTED) return 'raised';
  return aligned === 'subscript' || position <= -LIFTED ? 'lowered' : 'level';
}
