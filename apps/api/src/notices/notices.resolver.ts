import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  EditionNotice,
  ImportNotice,
  MarkNoticesReadResult,
  MutationMarkNoticesReadArgs,
  NoticeKind,
  QueryNoticesArgs,
  RecheckNotice,
} from '@gongkai/contract';
import type { Caller } from '../database/caller';
import { ImportJobsService } from '../imports/import-jobs.service';
import type { JobRow } from '../imports/imports.store';
import { Asking, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { isRefusal } from '../requests/refusal';
import type { EditionRow } from '../reports/editions.store';
import { editionById } from '../reports/reports.loaders';
import { type NoticeResult, NoticesService } from './notices.service';
import type { ResultOf } from '../requests/result-of';
import type { Page } from '../requests/page';

type TypedNotice = NoticeResult & { readonly __typename: NonNullable<(EditionNotice | RecheckNotice | ImportNotice)['__typename']> };

@Resolver()
export class NoticesResolver {
  constructor(private readonly noticesService: NoticesService) {}

  @Query()
  async notices(
    @Asking() caller: Caller,
    @Args() { first, after }: QueryNoticesArgs,
  ): Promise<Page<TypedNotice> & { readonly unread: number }> {
    const page = await this.noticesService.to(caller, { first: first ?? 20, after: after ?? null });
    return { ...page, items: page.items.map((notice) => ({ __typename: typeOf(notice.kind), ...notice })) };
  }

  @Mutation()
  async markNoticesRead(
    @Asking() caller: Caller,
    @Args() { ids }: MutationMarkNoticesReadArgs,
  ): Promise<ResultOf<MarkNoticesReadResult, { readonly unread: number }>> {
    const unread = await this.noticesService.markRead(caller, ids);
    return isRefusal(unread) ? unread : { __typename: 'NoticesRead', unread };
  }
}

function typeOf(kind: NoticeKind): TypedNotice['__typename'] {
  if (kind === 'rechecked') return 'RecheckNotice';
  return kind === 'imported' ? 'ImportNotice' : 'EditionNotice';
}

@Resolver('EditionNotice')
export class EditionNoticesResolver {
  @ResolveField()
  edition(@Parent() { editionId }: NoticeResult, @Loading() loaders: Loaders): Promise<EditionRow | null> | null {
    return editionId === null ? null : editionById(loaders).load(editionId);
  }
}

@Resolver('ImportNotice')
export class ImportNoticesResolver {
  constructor(private readonly jobs: ImportJobsService) {}

  @ResolveField()
  importJob(@Asking() caller: Caller, @Parent() { importId }: NoticeResult): Promise<JobRow | null> | null {
    return importId === null ? null : this.jobs.job(caller, importId);
  }
}
