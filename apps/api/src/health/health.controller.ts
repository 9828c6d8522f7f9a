import { Controller, Get, Inject } from '@nestjs/common';
import { HealthCheck, HealthCheckService, HealthIndicatorService, type HealthCheckResult } from '@nestjs/terminus';
import { SCANNER, type Scanner } from '../receiving/scanner';
import { Heart, type Pulse } from '../database/heart';

/** A program whose clock is further off than this puts wrong times beside what it keeps. */
const CLOCK_TOLERANCE_MS = 30_000;

/**
 * `live`: the process answers. `ready`: so does the database, by the same clock; 503 where it does not. That rows are only read, and whether uploads
 * are scanned, is told beside it: reading goes on.
 */
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicator: HealthIndicatorService,
    private readonly heart: Heart,
    @Inject(SCANNER) private readonly scanner: Scanner,
  ) {}

  @Get('live')
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @HealthCheck()
  async ready(): Promise<HealthCheckResult> {
    const pulse = await this.heart.pulse();
    return this.health.check([() => this.database(pulse), () => this.clock(pulse), () => this.uploads()]);
  }

  private database({ state }: Pulse) {
    const check = this.indicator.check('database');
    return state === 'down' ? check.down() : check.up({ state });
  }

  private clock({ clockAheadMs }: Pulse) {
    const check = this.indicator.check('clock');
    if (clockAheadMs === null) return check.down();
    return Math.abs(clockAheadMs) > CLOCK_TOLERANCE_MS ? check.down({ aheadMs: clockAheadMs }) : check.up();
  }

  /** Never a reason to be taken from the network: reading goes on while the scanner is down. */
  private async uploads() {
    const answers = await this.scanner.answers();
    const state = answers ? 'scanned' : 'refused: the scanner does not answer';
    return this.indicator.check('uploads').up({ state: this.scanner.scans ? state : 'not scanned' });
  }
}
