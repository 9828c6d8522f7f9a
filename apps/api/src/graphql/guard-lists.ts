import { GraphQLError, type GraphQLField, type GraphQLResolveInfo, type GraphQLSchema, defaultFieldResolver, isObjectType } from 'graphql';
import type { Caller } from '../database/caller';
import { longestList, ownWeight } from './list-sizes';
import { OPERATION_LIMITS } from './operation-limits';
import { REFUSED_OPERATIONS } from './refused-operations';

/** What every resolver is given: who asks. */
interface Context {
  readonly caller: Caller;
}

/**
 * Holds the answer to what was reckoned: every list passes here before anything of what it holds is looked at. One that is longer than the contract
 * lets it be is a fault of ours; all lists of one execution together hold no more objects than a whole answer may.
 */
export function guardLists(schema: GraphQLSchema): GraphQLSchema {
  const held = new WeakMap<object, number>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const most = longestList(field);
      if (most !== null) guard(field, { most, weight: ownWeight(field), name: `${type.name}.${field.name}`, held });
    }
  }
  return schema;
}

interface Bounds {
  readonly most: number;
  /** What each of its objects counts. */
  readonly weight: number;
  readonly name: string;
  /** Objects in the lists of an execution so far; each has variables of its own. */
  readonly held: WeakMap<object, number>;
}

function guard(field: GraphQLField<unknown, Context>, { most, weight, name, held }: Bounds): void {
  const { resolve = defaultFieldResolver } = field;
  const pass = (list: unknown, context: Context, { variableValues }: GraphQLResolveInfo): unknown => {
    if (!Array.isArray(list)) return list;
    if (list.length > most) throw new Error(`${name} holds ${list.length} objects; the contract says that it holds at most ${most}`);
    const before = held.get(variableValues);
    const now = list.length * weight + (before === undefined ? NONE_YET : before);
    held.set(variableValues, now);
    const { answers } = OPERATION_LIMITS[context.caller.kind === 'account' ? 'account' : 'anybody'];
    if (now > answers) throw tooCostly(now, answers);
    return list;
  };
  field.resolve = (parent, args: object, context, info) => {
    const given: unknown = resolve(parent, args, context, info);
    return given instanceof Promise ? given.then((list) => pass(list, context, info)) : pass(given, context, info);
  };
}

const NONE_YET = 0;

function tooCostly(objects: number, limit: number): GraphQLError {
  const { code, message } = REFUSED_OPERATIONS.tooCostly(objects, limit);
  return new GraphQLError(message, { extensions: { code } });
}
