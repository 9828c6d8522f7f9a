import { byId, many } from '../requests/loaders';
import { CommentsStore } from './comments.store';

export const answersOfEdition = byId(
  { comments: CommentsStore },
  ({ comments }, ids) => comments.answers(ids),
  many(({ editionId }) => [editionId]),
);
