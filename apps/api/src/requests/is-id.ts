/** Ids are numbers the database can hold; anything else names nothing. */
export function isId(id: string): boolean {
  return /^\d{1,18}$/.test(id);
}
