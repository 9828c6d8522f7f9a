import type { HtmlNode } from '../html/html-nodes';
import { childOf } from '../office/office-xml';
import { isOn, valueOf } from './word-xml';

/** A figure struck out by hand, or one set high, must not run together with the figure beside it. */
const STROKE = '\u0336';
const RAISED = '^';

/** What the run of text that is being read looks like, and whether it stands in the code of a field. */
export class WordRun {
  private struck = false;
  private raised = false;
  private readonly fields: ('code' | 'result')[] = [];

  /** False where the run is hidden. */
  begin(properties: HtmlNode | undefined): boolean {
    const struck = isOn(childOf(properties, 'w:strike')) || isOn(childOf(properties, 'w:dstrike'));
    this.look(struck, valueOf(childOf(properties, 'w:vertAlign')) === 'superscript');
    return !isOn(childOf(properties, 'w:vanish'));
  }

  look(struck: boolean, raised: boolean): void {
    this.struck = struck;
    this.raised = raised;
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
    if (this.struck) return text.replace(/\S/gu, (character) => character + STROKE);
    return this.raised && /^\d/.test(text) ? RAISED + text : text;
  }
}
