import { Controller, Get, Inject, Logger } from '@nestjs/common';
import { HealthCheck, HealthCheckService, HealthIndicatorService, type HealthCheckResult } from '@nestjs/terminus';
import { SCANNER, type Scanner } from '../antivirus/scanner';
import { Database } from '../database/database';

/** `live`: the process answers. `ready`: so does the database; 503 where it does not. Whether uploads are scanned is told beside it. */
@Controller('health')
export class HealthController {
  private readonly log = new Logger('health');

  constructor(
    private readonly health: HealthCheckService,
    private readonly indicator: HealthIndicatorService,
    private readonly database: Database,
    @Inject(SCANNER) private readonly scanner: Scanner,
  ) {}

  @Get('live')
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.health.check([() => this.databaseAnswers(), () => this.uploads()]);
  }

  private async databaseAnswers() {
    const check = this.indicator.check('database');
    try {
      await this.database.ping();
      return check.up();
    } catch (fault) {
      this.log.error(fault);
      return check.down();
    }
  }

  /** Never a reason to be taken from the network: reading goes on while the scanner is down. */
  private async uploads() {
    const answers = await this.scanner.answers();
    const state = answers ? 'scanned' : 'refused: the scanner does not answer';
    return this.indicator.check('uploads').up({ state: this.scanner.scans ? state : 'not scanned' });
  }
}
