/** What a table that is filled in is to who listens. */
export const ENTRY_GRID = { role: 'grid', 'aria-multiselectable': true, 'aria-describedby': 'gk-entry-keys' } as const;
