import { Module } from '@nestjs/common';
import { AgencyVersionRegionResolver, AgencyVersionsResolver, ReorganisationsResolver } from './reorganisations.resolver';
import { ReorganisationsService } from './reorganisations.service';

@Module({ providers: [ReorganisationsResolver, AgencyVersionsResolver, AgencyVersionRegionResolver, ReorganisationsService] })
export class ReorganisationsModule {}
