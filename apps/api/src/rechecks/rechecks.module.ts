import { Module } from '@nestjs/common';
import { RechecksOfEditionResolver, RechecksResolver } from './rechecks.resolver';

@Module({ providers: [RechecksResolver, RechecksOfEditionResolver] })
export class RechecksModule {}
