import type { Checker } from '../../internal/errors';

/** What is expected of a URL, in words. */
export interface UrlWords {
  /** A noun phrase with an example. */
  readonly expected: string;
  /** What to do with a credential in the URL, as an instruction. */
  readonly byReference: string;
  /** What to do with what is no URL of HTTP at all, as an instruction. */
  readonly otherwise: string;
}

/** The characters of a URL, https://datatracker.ietf.org/doc/html/rfc3986#appendix-A; anything else must be encoded. */
const CHARACTERS = /^(?:[-A-Za-z0-9._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/;

/**
 * Refuses what curl or Python would read differently from `new URL()`, which corrects a lot (spaces, backslashes, a missing
 * host), or could not read at all. Gives the parts of the others.
 */
export function checkHttpUrl(check: Checker, url: unknown, words: UrlWords): URL | undefined {
  const text = typeof url === 'string' ? url : '';
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  const isHttp = parsed !== undefined && /^https?:$/.test(parsed.protocol);
  if (!isHttp) check.refuse(url, words.expected, words.otherwise);
  else if (parsed.username || parsed.password) check.refuse('a URL with a password', words.expected, words.byReference);
  else if (!/^https?:\/\/[^/]/i.test(text.trim()))
    check.refuse(url, words.expected, 'name the host after the two slashes');
  else if (!CHARACTERS.test(text) || !/^https?:/.test(text))
    check.refuse(url, `${words.expected}, all in the characters of a URL`, `write '${parsed.href}'`);
  else return parsed;
  return undefined;
}
