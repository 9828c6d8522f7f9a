/** Everything a terminal would obey instead of show: control characters, but for line ends. */
const CONTROLS = /(?!\n)\p{Cc}/gu;
/** Marks without a width that turn the direction of writing or join letters. */
const INVISIBLE = /\p{Cf}/gu;

/** A text from a document or a file name as it may be shown on a terminal: nothing in it can move the cursor or change a colour. */
export function terminalText(text: string): string {
  return text.replace(/\t/g, ' ').replace(CONTROLS, '\uFFFD').replace(INVISIBLE, '');
}

/** The same, in one line. */
export function terminalLine(text: string): string {
  return terminalText(text).replace(/\n/g, ' ');
}
