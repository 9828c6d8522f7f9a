import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';

/** The proxies whose word for where a request came from is taken; of everybody else X-Forwarded-For changes nothing. */
export interface TrustedProxies {
  /** Addresses and networks (CIDR), as they were named. */
  readonly named: readonly string[];
  addressOf(request: IncomingMessage): string;
}

/** Throws where something named is neither an address nor a network. */
export function trustedProxies(words: string): TrustedProxies {
  const named = words.split(/[\s,]+/).filter((word) => word !== '');
  const trust = proxyAddr.compile([...named]);
  return { named, addressOf: (request) => proxyAddr(request, trust) };
}
