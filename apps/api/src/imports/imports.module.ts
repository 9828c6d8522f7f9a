import { Module } from '@nestjs/common';
import { ImportJobsService } from './import-jobs.service';
import { ImportWorker } from './import-worker';
import { ImportOutcomesResolver, ImportsResolver } from './imports.resolver';
import { PublicationsService } from './publications.service';

@Module({
  providers: [ImportsResolver, ImportOutcomesResolver, PublicationsService, ImportJobsService, ImportWorker],
  exports: [ImportJobsService],
})
export class ImportsModule {}
