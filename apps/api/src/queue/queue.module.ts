import { Global, Module } from '@nestjs/common';
import { Leases } from './leases';
import { Queue } from './queue';

@Global()
@Module({ providers: [Queue, Leases], exports: [Queue] })
export class QueueModule {}
