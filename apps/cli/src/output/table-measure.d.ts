/** The measure cli-table3 lines its columns up by; its types leave it out. */
declare module 'cli-table3/src/utils' {
  export function strlen(text: string): number;
}
