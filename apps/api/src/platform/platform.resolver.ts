import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import type { Platform } from '@gongkai/contract';
import { isInScope } from '../accounts/token-scope';
import { type Caller, keepsRegisters } from '../database/caller';
import { SCANNER, type Scanner } from '../antivirus/scanner';
import { Database } from '../database/database';
import { Asking } from '../requests/asking';
import { version } from '../version';

@Resolver()
export class PlatformResolver {
  constructor(
    private readonly database: Database,
    @Inject(SCANNER) private readonly scanner: Scanner,
  ) {}

  @Query()
  platform(@Asking() caller: Caller): Promise<Platform> {
    return this.database.read(caller, async ({ platform }) => ({
      demo: await platform.isDemo(),
      years: await platform.years(),
      version,
      uploadsScanned: this.scanner.scans,
      may: { keepRegisters: keepsRegisters(caller) && isInScope(caller, 'saveRegisters') },
    }));
  }
}
