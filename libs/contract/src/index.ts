export * from './generated/types';
export { typeDefinitions } from './generated/type-definitions';
