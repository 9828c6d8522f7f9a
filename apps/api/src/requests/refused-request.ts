import type { Words } from '@gongkai/model';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A request that is not worked on: the status it is answered with, a code, and why in both languages. */
export class RefusedRequest extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly words: Words,
    /** Whole seconds after which it may be tried again. */
    readonly retryAfter?: number,
  ) {
    super(`${words.zh}/ ${words.en}`);
  }
}

/** The path without what is asked of it. */
export function pathOf(request: Pick<FastifyRequest, 'url'>): string {
  return request.url.split('?', 1)[0] ?? '';
}

/** GraphQL has an answer of its own shape; everything else says code and words. What is refused is kept by nobody. */
export function answerRefusal(request: FastifyRequest, reply: FastifyReply, refused: RefusedRequest): FastifyReply {
  const { status, code, words, message, retryAfter } = refused;
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  void reply.status(status).header('cache-control', 'no-store');
  if (pathOf(request) !== '/graphql') return reply.send({ code, message: words });
  return reply.send({ errors: [{ message, extensions: { code } }] });
}

const kilobytes = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${Math.round(bytes / 1024 / 1024)} MB`;

/** What a request is refused for before it is read. */
export const REFUSED_REQUESTS = {
  unauthenticated: () =>
    new RefusedRequest(401, 'UNAUTHENTICATED', {
      zh: '令牌无效、已过期或已撤销。',
      en: 'The token is unknown, expired or revoked.',
    }),
  unknownPath: () => new RefusedRequest(404, 'NOT_FOUND', { zh: '没有这个地址。', en: 'There is nothing at this address.' }),
  addressTooLong: (most: number) =>
    new RefusedRequest(414, 'ADDRESS_TOO_LONG', { zh: `网址超过 ${most} 个字符。`, en: `The address has more than ${most} characters.` }),
  badAddress: () =>
    new RefusedRequest(400, 'BAD_ADDRESS', {
      zh: '网址中有不能识别的字符。',
      en: 'The address holds characters that cannot be read.',
    }),
  mediaType: () =>
    new RefusedRequest(415, 'UNSUPPORTED_MEDIA_TYPE', {
      zh: '请求正文应为 application/json；上传文件时为 multipart/form-data。',
      en: 'A body is application/json, or multipart/form-data where files are sent.',
    }),
  preflight: () =>
    new RefusedRequest(400, 'PREFLIGHT_REQUIRED', {
      zh: '上传文件的请求须带请求头 apollo-require-preflight。',
      en: 'A request with files carries the header apollo-require-preflight.',
    }),
  encoding: () =>
    new RefusedRequest(415, 'UNSUPPORTED_ENCODING', {
      zh: '不接受压缩的请求正文。',
      en: 'A compressed body is not taken.',
    }),
  tooLarge: (most: number) =>
    new RefusedRequest(413, 'BODY_TOO_LARGE', {
      zh: `请求超过 ${kilobytes(most)}。`,
      en: `The request is larger than ${kilobytes(most)}.`,
    }),
  tooSlow: (seconds: number) =>
    new RefusedRequest(408, 'BODY_TOO_SLOW', {
      zh: `请求没有在 ${seconds} 秒内送完。`,
      en: `The request did not arrive within ${seconds} seconds.`,
    }),
  tooDeep: (most: number) =>
    new RefusedRequest(400, 'JSON_TOO_DEEP', {
      zh: `JSON 嵌套超过 ${most} 层。`,
      en: `The JSON is nested deeper than ${most} levels.`,
    }),
  tooManyValues: (most: number) =>
    new RefusedRequest(400, 'JSON_TOO_LARGE', {
      zh: `JSON 中的值超过 ${most} 个。`,
      en: `The JSON holds more than ${most} values.`,
    }),
  notJson: () => new RefusedRequest(400, 'BAD_JSON', { zh: '请求正文不是 JSON。', en: 'The body is not JSON.' }),
  badText: () =>
    new RefusedRequest(400, 'BAD_TEXT', {
      zh: '文字中有空字符（NUL）或不成对的代理码位，无法保存。',
      en: 'A text holds a NUL or half of a surrogate pair, which cannot be kept.',
    }),
  badMultipart: () =>
    new RefusedRequest(400, 'BAD_MULTIPART', {
      zh: '上传请求的格式不完整：须有分隔符，并依次为 operations、map 和文件。',
      en: 'The multipart request is not whole: a boundary, then operations, map and the files in this order.',
    }),
  badMap: () =>
    new RefusedRequest(400, 'BAD_UPLOAD_MAP', {
      zh: 'map 只能把每个文件放到一个 Upload 变量（如 variables.input.file）。',
      en: 'The map puts each file into one variable of type Upload, such as variables.input.file.',
    }),
  tooManyFiles: (most: number) =>
    new RefusedRequest(400, 'TOO_MANY_FILES', {
      zh: `一次最多上传 ${most} 个文件。`,
      en: `At most ${most} files may be sent at once.`,
    }),
  badFileName: () =>
    new RefusedRequest(400, 'BAD_FILE_NAME', {
      zh: '文件名为空、过长或含有控制字符。',
      en: 'The name of a file is empty, too long or holds control characters.',
    }),
  spoolFull: () =>
    new RefusedRequest(
      503,
      'UPLOADS_FULL',
      { zh: '正在接收的文件太多，请稍后再传。', en: 'Too many files are being received; send it again in a moment.' },
      10,
    ),
  badRequest: (status: number) =>
    new RefusedRequest(status, 'BAD_REQUEST', { zh: '请求的格式不正确。', en: 'The request cannot be understood.' }),
  tookTooLong: () =>
    new RefusedRequest(
      503,
      'TOOK_TOO_LONG',
      { zh: '办理用时过长，已中止；请缩小查询范围或稍后再试。', en: 'It took too long and was stopped: ask for less, or try again later.' },
      10,
    ),
  fault: (id: string) =>
    new RefusedRequest(500, 'INTERNAL_SERVER_ERROR', { zh: `系统故障，编号 ${id}。`, en: `A fault of ours, number ${id}.` }),
} as const;
