import { Query, Resolver } from '@nestjs/graphql';
import type { Platform } from '@gongkai/contract';
import type { Caller } from '../database/caller';
import { Asking } from '../requests/asking';
import { PlatformService } from './platform.service';

@Resolver()
export class PlatformResolver {
  constructor(private readonly service: PlatformService) {}

  @Query()
  platform(@Asking() caller: Caller): Promise<Platform> {
    return this.service.platform(caller);
  }
}
