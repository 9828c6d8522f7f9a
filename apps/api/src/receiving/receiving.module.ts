import { Global, Module } from '@nestjs/common';
import type { Config } from '../config';
import { CONFIG } from '../config-token';
import { clamdScanner } from './clamd-scanner';
import { Receiving } from './receiving';
import { NO_SCANNER, SCANNER, type Scanner } from './scanner';

const scanner = {
  provide: SCANNER,
  inject: [CONFIG],
  useFactory: ({ antivirus }: Config): Scanner => (antivirus === null ? NO_SCANNER : clamdScanner(antivirus)),
};

/** Where files come in. */
@Global()
@Module({ providers: [scanner, Receiving], exports: [scanner, Receiving] })
export class ReceivingModule {}
