import { Module } from '@nestjs/common';
import { AgenciesResolver } from './agencies.resolver';
import { OrganisationsService } from './organisations.service';
import { RegionsResolver } from './regions.resolver';

@Module({ providers: [RegionsResolver, AgenciesResolver, OrganisationsService], exports: [OrganisationsService] })
export class OrganisationsModule {}
