import type { CheckMutation } from '../../generated/graphql';

type Reading = Extract<CheckMutation['validateReport'], { readonly __typename: 'Validation' }>;

/** A file that was read into the desk: what it says of each cell, as the grid would say it, and what the reader was not sure of. */
export interface FileOnDesk {
  readonly name: string;
  readonly readAt: string;
  readonly readings: ReadonlyMap<string, { readonly text: string; readonly isDoubted: boolean }>;
  readonly residue: Reading['residue'];
}
