/** What a log keeps of something thrown. */
export function stackOf(fault: unknown): string {
  return fault instanceof Error && fault.stack !== undefined ? fault.stack : String(fault);
}
