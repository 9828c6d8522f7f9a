import { Global, Module } from '@nestjs/common';
import { Receiving } from './receiving';

@Global()
@Module({ providers: [Receiving], exports: [Receiving] })
export class ReceivingModule {}
