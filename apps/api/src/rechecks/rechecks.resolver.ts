import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { EditionRow } from '../reports/editions.store';
import { editionById } from '../reports/reports.loaders';
import { Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { rechecksOfEdition } from './rechecks.loaders';
import type { RecheckRow } from './rechecks.store';

@Resolver('Recheck')
export class RechecksResolver {
  @ResolveField()
  edition(@Parent() recheck: RecheckRow, @Loading() loaders: Loaders): Promise<EditionRow | null> {
    return editionById(loaders).load(recheck.editionId);
  }

  @ResolveField()
  against(@Parent() recheck: RecheckRow, @Loading() loaders: Loaders): Promise<EditionRow | null> {
    return editionById(loaders).load(recheck.againstEditionId);
  }
}

@Resolver('Edition')
export class RechecksOfEditionResolver {
  @ResolveField()
  rechecks(@Parent() edition: EditionRow, @Loading() loaders: Loaders): Promise<readonly RecheckRow[]> {
    return rechecksOfEdition(loaders).load(edition.id);
  }
}
