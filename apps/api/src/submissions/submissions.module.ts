import { Module } from '@nestjs/common';
import { DecisionsResolver } from './decisions.resolver';
import { DecisionsService } from './decisions.service';
import { FileDraftService } from './file-draft.service';
import { SubmissionsResolver } from './submissions.resolver';
import { SubmissionsService } from './submissions.service';

@Module({ providers: [SubmissionsResolver, DecisionsResolver, SubmissionsService, FileDraftService, DecisionsService] })
export class SubmissionsModule {}
