import { Module } from '@nestjs/common';
import { AnsweredCommentsResolver, CommentsResolver } from './comments.resolver';
import { CommentsService } from './comments.service';

@Module({ providers: [CommentsResolver, AnsweredCommentsResolver, CommentsService] })
export class CommentsModule {}
