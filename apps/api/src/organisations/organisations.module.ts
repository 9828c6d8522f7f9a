import { Module } from '@nestjs/common';
import { AgenciesResolver } from './agencies.resolver';
import { ApplicabilityService } from './applicability.service';
import { OrganisationsService } from './organisations.service';
import { RegionsResolver } from './regions.resolver';

@Module({ providers: [RegionsResolver, AgenciesResolver, OrganisationsService, ApplicabilityService], exports: [OrganisationsService] })
export class OrganisationsModule {}
