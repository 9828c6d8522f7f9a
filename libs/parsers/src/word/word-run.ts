import type { HtmlNode } from '../html/html-nodes';
import { childOf } from '../office/office-xml';
import { loweredText, raisedText, struckText } from '../labels/printed-marks';
import { isOn, valueOf } from './word-xml';

/** How a run stands to the line. */
export type Height = 'raised' | 'lowered' | 'level';

/** What the run of text that is being read looks like, and whether it stands in the code of a field. */
export class WordRun {
  private struck = false;
  private height: Height = 'level';
  private readonly fields: ('code' | 'result')[] = [];

  /** False where the run is hidden. */
  begin(properties: HtmlNode | undefined): boolean {
    const struck = isOn(childOf(properties, 'w:strike')) || isOn(childOf(properties, 'w:dstrike'));
    this.look(struck, heightOf(valueOf(childOf(properties, 'w:vertAlign'))));
    return !isOn(childOf(properties, 'w:vanish'));
  }

  look(struck: boolean, height: Height): void {
    this.struck = struck;
    this.height = height;
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
    if (this.struck) return struckText(text);
    if (this.height === 'level') return text;
    return this.height === 'raised' ? raisedText(text) : loweredText(text);
  }
}

function heightOf(aligned: string | undefined): Height {
  if (aligned === 'superscript') return 'raised';
  return aligned === 'subscript' ? 'lowered' : 'level';
}
