import { Resolver } from '@nestjs/graphql';

@Resolver()
export class LocalRulesResolver {}
