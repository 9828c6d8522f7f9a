import { Inject, Injectable } from '@nestjs/common';
import type { Platform } from '@gongkai/contract';
import { isInScope } from '../requests/token-scope';
import { SCANNER, type Scanner } from '../receiving/scanner';
import { type Caller, keepsRegisters } from '../database/caller';
import { Database } from '../database/database';
import { version } from '../version';
import { PlatformStore } from './platform.store';

/** What the platform says of itself. */
@Injectable()
export class PlatformService {
  constructor(
    private readonly database: Database,
    @Inject(SCANNER) private readonly scanner: Scanner,
  ) {}

  platform(caller: Caller): Promise<Platform> {
    return this.database.read(caller, { platform: PlatformStore }, async ({ platform }) => ({
      demo: await platform.isDemo(),
      years: await platform.years(),
      version,
      uploadsScanned: this.scanner.scans,
      may: { keepRegisters: keepsRegisters(caller) && isInScope(caller, 'saveRegisters') },
    }));
  }
}
