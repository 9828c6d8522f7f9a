import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { type Observable, mergeMap } from 'rxjs';
import { ActsService } from '../audit/acts.service';
import { isId } from '../requests/is-id';
import type { RequestContext } from '../requests/asking';

/** Told of by the log-in itself, under the name that was tried. */
const TOLD_ELSEWHERE = ['logIn', 'logOut'];

/** Writes down which change was refused to whom, before it is told. */
@Injectable()
export class RefusedActsInterceptor implements NestInterceptor {
  constructor(private readonly acts: ActsService) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (execution.getType<GqlContextType>() !== 'graphql') return next.handle();
    const graphql = GqlExecutionContext.create(execution);
    const { parentType, fieldName } = graphql.getInfo<GraphQLResolveInfo>();
    if (parentType.name !== 'Mutation' || TOLD_ELSEWHERE.includes(fieldName)) return next.handle();
    const { caller } = graphql.getContext<RequestContext>();
    const subject = subjectIn(graphql.getArgs<Readonly<Record<string, unknown>>>());
    return next.handle().pipe(
      mergeMap(async (result: unknown) => {
        const code = refusedWith(result);
        if (code !== null) await this.acts.refused(caller, { act: fieldName, subject, code });
        return result;
      }),
    );
  }
}

function refusedWith(result: unknown): string | null {
  if (typeof result !== 'object' || result === null || !('__typename' in result)) return null;
  if (result.__typename === 'Refusal' && 'code' in result) return String(result.code);
  if (result.__typename !== 'BulkOutcome' || !('items' in result) || !Array.isArray(result.items)) return null;
  const codes = (result.items as readonly { readonly result: unknown }[]).flatMap(({ result: one }) => refusedWith(one) ?? []);
  return codes.length === 0 ? null : [...new Set(codes)].join(' ');
}

/** What the act was about, where its arguments name one thing. */
function subjectIn(args: Readonly<Record<string, unknown>>): string | null {
  const { editionId, agencyId } = args;
  if (typeof editionId === 'string' && isId(editionId)) return `editions:${editionId}`;
  return typeof agencyId === 'string' && isId(agencyId) ? `agencies:${agencyId}` : null;
}
