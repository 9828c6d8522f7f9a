import { Module } from '@nestjs/common';
import { ImportsModule } from '../imports/imports.module';
import { EditionNoticesResolver, ImportNoticesResolver, NoticesResolver } from './notices.resolver';
import { NoticesService } from './notices.service';
import { OutboxWorker } from './outbox-worker';

@Module({
  imports: [ImportsModule],
  providers: [NoticesResolver, EditionNoticesResolver, ImportNoticesResolver, NoticesService, OutboxWorker],
})
export class NoticesModule {}
