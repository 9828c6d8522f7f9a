/** Characters JSON leaves as they are and line readers take for line ends. */
const LINE_ENDS = /[\u0085\u2028\u2029]/g;

/** A record as one line, for every reader that reads line by line. */
export function jsonLine(record: object): string {
  const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(record).replace(LINE_ENDS, escaped)}\n`;
}
