import { Args, Query, Resolver } from '@nestjs/graphql';
import type { AuditEntry, AuditPage, QueryAuditArgs } from '@gongkai/contract';
import type { Caller } from '../database/caller';
import { Asking } from '../requests/asking';
import { isId } from '../requests/is-id';
import { AuditService } from './audit.service';
import type { AuditRow } from './audit.store';
import type { ValueOf } from '../requests/result-of';

@Resolver()
export class AuditResolver {
  constructor(private readonly trail: AuditService) {}

  @Query()
  async audit(@Asking() caller: Caller, @Args() { filter, first, after }: QueryAuditArgs): Promise<ValueOf<AuditPage>> {
    const { items, total } = await this.trail.search(caller, {
      accountId: filter?.accountId ?? null,
      action: filter?.action ?? null,
      subject: filter?.subject ?? null,
      from: momentOf(filter?.from),
      until: momentOf(filter?.until),
      limit: first ?? 50,
      before: after != null && isId(after) ? after : null,
    });
    const last = items.at(-1)?.sequence ?? '1';
    return { items: items.map(entryOf), total, after: last === '1' ? null : last };
  }
}

function momentOf(text: string | null | undefined): Date | null {
  return text == null ? null : new Date(text);
}

function entryOf(row: AuditRow): ValueOf<AuditEntry> {
  const { before, after, accountName, role, ...entry } = row;
  const said = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
  return { ...entry, role, actor: accountName ?? role, before: said(before), after: said(after) };
}
