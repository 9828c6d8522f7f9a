import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import '@fastify/cookie';

const NAME = 'gongkai_device';
const DAYS = 400;
/** Accounts that one device remembers. */
const REMEMBERED = 8;
const PLAIN = /^[\w-]{22}(?:~\d{1,18}\.[\w-]{43}){0,8}$/;

/** A device and the accounts that logged in with it, each signed, so that none can be put in. */
export interface Device {
  readonly id: string;
  readonly accounts: readonly (readonly [accountId: string, signature: string])[];
}

/** What the request shows; a new device where it shows none. */
export function deviceOf(request: Pick<FastifyRequest, 'cookies'>): Device {
  const text = request.cookies[NAME] ?? '';
  if (!PLAIN.test(text)) return { id: randomBytes(16).toString('base64url'), accounts: [] };
  const [id = '', ...accounts] = text.split('~');
  return { id, accounts: accounts.map((each) => each.split('.') as [string, string]) };
}

/** Whether the account has logged in with the device before. */
export function knows(device: Device, accountId: string, secret: string): boolean {
  const held = device.accounts.find(([id]) => id === accountId);
  return held !== undefined && timingSafeEqual(Buffer.from(held[1]), Buffer.from(signed(device.id, accountId, secret)));
}

/** Lets the device remember the account, out of reach of scripts and of other sites. */
export function rememberAccount(
  reply: FastifyReply,
  device: Device,
  { accountId, secret, secure }: { readonly accountId: string; readonly secret: string; readonly secure: boolean },
): void {
  const others = device.accounts.filter(([id]) => id !== accountId).slice(1 - REMEMBERED);
  const accounts = [...others, [accountId, signed(device.id, accountId, secret)] as const];
  const text = [device.id, ...accounts.map(([id, signature]) => `${id}.${signature}`)].join('~');
  void reply.setCookie(NAME, text, { httpOnly: true, sameSite: 'strict', path: '/graphql', secure, maxAge: DAYS * 86_400 });
}

function signed(deviceId: string, accountId: string, secret: string): string {
  return createHmac('sha256', secret).update(`device ${deviceId} ${accountId}`).digest('base64url');
}
