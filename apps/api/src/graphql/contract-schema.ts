import { typeDefinitions } from '@gongkai/contract';
import { buildSchema } from 'graphql';

/** The contract as it is written, with its directives: what may be asked is judged by it. */
export const CONTRACT = buildSchema(typeDefinitions);
