import { RefusedRequest } from '../requests/refused-request';
import type { PageExcess } from './list-sizes';

interface Shape {
  readonly depth: number;
  readonly fields: number;
  readonly roots: number;
}

const refused = (code: string, zh: string, en: string): RefusedRequest => new RefusedRequest(400, code, { zh, en });

/** What an operation is refused for before it is carried out: always what it would take, and what it may. */
export const REFUSED_OPERATIONS = {
  notOne: () =>
    refused(
      'BAD_REQUEST',
      '请求应是一个 JSON 对象，含 query（文字）以及可选的 operationName（文字）和 variables（对象）。',
      'A request is one JSON object with a query (a text) and, where needed, operationName (a text) and variables (an object).',
    ),
  batch: () => refused('BATCH_REFUSED', '一次请求只能查询一项，不接受批量请求。', 'One request asks one operation; batches are not taken.'),
  persisted: () =>
    refused(
      'PERSISTED_QUERY_NOT_SUPPORTED',
      '不支持持久化查询，请发送查询全文（query）。',
      'Persisted queries are not kept here: send the query itself.',
    ),
  tooLong: (most: number) => refused('DOCUMENT_TOO_LONG', `查询超过 ${most} 个字符。`, `The document has more than ${most} characters.`),
  tooManyTokens: (most: number) =>
    refused('DOCUMENT_TOO_LONG', `查询超过 ${most} 个词法单元。`, `The document has more than ${most} tokens.`),
  tooManyDirectives: (many: number, most: number) =>
    refused('TOO_MANY_DIRECTIVES', `查询含 ${many} 个指令，最多 ${most} 个。`, `The document has ${many} directives; allowed are ${most}.`),
  tooBroad: (is: Shape, may: Shape) =>
    refused(
      'OPERATION_TOO_BROAD',
      `查询嵌套 ${is.depth} 层，共 ${is.fields} 个字段，根上 ${is.roots} 个；最多 ${may.depth} 层、${may.fields} 个字段、根上 ${may.roots} 个。`,
      `the operation is ${is.depth} levels deep with ${is.fields} fields, ${is.roots} at its root; allowed are ${may.depth}, ${may.fields} and ${may.roots}`,
    ),
  once: (field: string) =>
    refused('ONCE_A_REQUEST', `一次请求只能有一个 ${field}。`, `${field} may stand once in a request, under whatever name.`),
  badPage: ({ field, argument, asked, most }: PageExcess) =>
    refused(
      'BAD_PAGE',
      `${field} 的 ${argument} 应为 1 至 ${most}，不能是 ${asked}；其余部分请用 after 取下一页。`,
      `${argument} of ${field} is 1 to ${most}, not ${asked}; ask for the rest page by page with after.`,
    ),
  tooCostly: (cost: number, limit: number) =>
    refused(
      'COST_TOO_HIGH',
      `查询最多可返回约 ${cost} 个对象，超过上限 ${limit}；请减少层级、缩小每页数量（first）或分次查询。`,
      `The operation may give about ${cost} objects; the limit is ${limit}. Ask for fewer levels or shorter pages (first), or in parts.`,
    ),
  onlySubscriptions: () => refused('BAD_REQUEST', '此连接只用于订阅。', 'a socket carries subscriptions only'),
  tooManySubscriptions: (most: number) =>
    refused('TOO_MANY_SUBSCRIPTIONS', `一个连接最多 ${most} 个订阅。`, `A socket carries at most ${most} subscriptions.`),
} as const;
