/** A finding in one line: where, then what, without naming the place twice where its words do already. */
export function printFinding(path: string, message: string): string {
  return message.includes(path) ? message : `${path}: ${message}`;
}
