import { ARCHIVE_LIMITS } from '@gongkai/parsers';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AccountsService } from '../accounts/accounts.service';
import { credentialsOf } from '../accounts/credentials';
import type { Scanner } from '../antivirus/scanner';
import { type IncomingFile, LARGEST_UPLOAD } from '../receiving/receive-file';

interface UploadLimits {
  /** Bytes. */
  readonly maxFileSize: number;
  readonly maxFiles: number;
}

const ONE_REPORT: UploadLimits = { maxFileSize: LARGEST_UPLOAD + 1, maxFiles: 1 };
/** Archives of published reports. */
const MANY_REPORTS: UploadLimits = { maxFileSize: ARCHIVE_LIMITS.megabytes * 1024 * 1024 + 1, maxFiles: 100 };

/**
 * Takes GraphQL multipart requests apart. Files are spooled to disk while they are read; one larger than allowed fails when its stream is read,
 * so that the mutation can refuse it in words. Only who may import sends more than one report may have. Whatever mutation takes a file takes it
 * through the scanner.
 */
export async function receiveUploads(fastify: FastifyInstance, accounts: AccountsService, scanner: Scanner): Promise<void> {
  const { default: processRequest } = await import('graphql-upload/processRequest.mjs');
  fastify.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));
  fastify.addHook('preValidation', async (request, reply) => {
    if (!request.headers['content-type']?.toLowerCase().startsWith('multipart/form-data') || request.url.split('?')[0] !== '/graphql')
      return;
    const limits = await limitsFor(request, accounts);
    const body = await processRequest(request.raw, reply.raw, { ...limits, maxFieldSize: 1_000_000 });
    screenAll(body, scanner);
    request.body = body;
  });
}

async function limitsFor(request: FastifyRequest, accounts: AccountsService): Promise<UploadLimits> {
  const caller = await accounts.callerOf(credentialsOf(request));
  const imports = caller?.kind === 'account' && (caller.role === 'supervisor' || caller.role === 'administrator');
  return imports ? MANY_REPORTS : ONE_REPORT;
}

/** Puts the scanner before every file of the operation, wherever in its variables it stands. */
function screenAll(value: unknown, scanner: Scanner): void {
  if (typeof value !== 'object' || value === null) return;
  if ('promise' in value && value.promise instanceof Promise) {
    const screened = (value.promise as Promise<IncomingFile>).then((file) => ({
      filename: file.filename,
      createReadStream: () => scanner.screen(file.createReadStream()),
    }));
    // A mutation may refuse before it looks at its file.
    screened.catch(() => undefined);
    value.promise = screened;
  } else Object.values(value).forEach((inner) => screenAll(inner, scanner));
}
