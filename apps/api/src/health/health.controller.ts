import { Controller, Get, Logger } from '@nestjs/common';
import { HealthCheck, HealthCheckService, HealthIndicatorService, type HealthCheckResult } from '@nestjs/terminus';
import { Database } from '../database/database';

/** `live`: the process answers. `ready`: so does the database; 503 where it does not. */
@Controller('health')
export class HealthController {
  private readonly log = new Logger('health');

  constructor(
    private readonly health: HealthCheckService,
    private readonly indicator: HealthIndicatorService,
    private readonly database: Database,
  ) {}

  @Get('live')
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.health.check([() => this.databaseAnswers()]);
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
}
