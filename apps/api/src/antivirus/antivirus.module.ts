import { Global, Module } from '@nestjs/common';
import type { Config } from '../config';
import { CONFIG } from '../config-token';
import { clamdScanner } from './clamd-scanner';
import { NO_SCANNER, SCANNER, type Scanner } from './scanner';

const scanner = {
  provide: SCANNER,
  inject: [CONFIG],
  useFactory: ({ antivirus }: Config): Scanner => (antivirus === null ? NO_SCANNER : clamdScanner(antivirus)),
};

@Global()
@Module({ providers: [scanner], exports: [scanner] })
export class AntivirusModule {}
