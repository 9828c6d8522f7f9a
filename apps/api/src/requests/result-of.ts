import type { Refusal } from './refusal';

interface Named {
  readonly __typename?: string;
}

type WithoutRefusal<Union extends Named> = Exclude<Union, { readonly __typename?: 'Refusal' }>;

/** What stands for a value of the contract before its scalars are written: a moment for a text, rows for lists. */
export type ValueOf<Value> = Value extends readonly (infer Item)[]
  ? readonly ValueOf<Item>[]
  : Value extends string
    ? string extends Value
      ? string | Date
      : Value
    : Value extends object
      ? { readonly [Field in keyof Value]: ValueOf<Value[Field]> }
      : Value;

/** What a field of the contract may come as: what is an object there, a resolver may still make of the row. */
type Agreed<Value> = [NonNullable<Value>] extends [string | number | boolean] ? ValueOf<Value> : unknown;

/** A row that says of the fields it shares with a type of the contract what that type says. */
export type RowOf<Type, Row> = { readonly [Field in keyof Row]: Field extends keyof Type ? Agreed<Type[Field]> : unknown };

/** A row as what a union of the contract holds besides a refusal, or the refusal. */
export type ResultOf<Union extends Named, Row extends RowOf<WithoutRefusal<Union>, Row>> =
  Refusal | (Row & { readonly __typename: NonNullable<WithoutRefusal<Union>['__typename']> });
