import { Module } from '@nestjs/common';
import { AnsweredCommentsResolver, DraftCommentsResolver, CommentsResolver } from './comments.resolver';
import { CommentsService } from './comments.service';

@Module({ providers: [CommentsResolver, AnsweredCommentsResolver, DraftCommentsResolver, CommentsService] })
export class CommentsModule {}
