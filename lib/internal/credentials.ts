import { CREDENTIAL_FORMS, CREDENTIAL_HINT } from './credential-forms';
import { remembered } from './remember';

/** `scheme://user:password@host`; lengths are bounded so that no text makes the search slow. */
const USERINFO = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/?#@:'"]{0,128}:([^\s/?#@'"]{1,256})@/gi;

/** `password=...`, `"api_key": "..."` inside a longer text; a line each in configuration files. */
const ASSIGNED =
  /(?<![A-Za-z])["']?(password|passwd|passphrase|secret[_-]?access[_-]?key|secret[_-]?key|client[_-]?secret|api[_-]?key|(?:access|auth)[_-]?token)["']?\s{0,4}[=:]\s{0,4}(?:"([^"\n]{0,256})"|'([^'\n]{0,256})'|([^\s,;&"']{1,256}))/gi;

/** Names whose value is a secret, however it looks. */
const SECRET_NAME =
  /(PASSWORD|PASSWD|PASSPHRASE)S?$|(^|_)(API_?KEY|SECRET_?KEY|SECRET_ACCESS_KEY|ACCESS_KEY_ID|ACCESS_?KEY|PRIVATE_?KEY|(ENCRYPTION|SIGNING)_KEY|(CLIENT|APP|JWT|SESSION|COOKIE|WEBHOOK)_SECRET)$/;
/** Headers of requests, whose value is what gives access. */
const HEADER_NAME = /^(PROXY_)?AUTHORIZATION$|^X_API_KEY$|^X_AUTH_TOKEN$|^PRIVATE_TOKEN$/;
/** A token is a secret too, unless it is a piece of a language model's vocabulary, or a number of such. */
const TOKEN_NAME = /(^|_)TOKEN$/;
const VOCABULARY_NAME =
  /(^|_)(BOS|EOS|PAD|UNK|MASK|SEP|CLS|STOP|START|BEGIN|END|MAX|MIN|NUM|SPECIAL|IMAGE|AUDIO|DRAFT|PER|NEXT|FIRST|LAST)_TOKEN$/;
/** Names whose value is often a secret: it counts where the value looks random. */
const MAYBE_SECRET_NAME = /(^|_)(PASS|PWD|SECRETS?|KEY|CREDENTIALS?)$/;
const LOOKUP_KEY_NAME =
  /(^|_)(CACHE|ENTITY|FEATURE|FOREIGN|HASH|IDEMPOTENCY|JOIN|OBJECT|PARTITION|PRIMARY|PUBLIC|ROUTING|S3|SORT)_KEY$/;

/**
 * What a text is if it is a credential that was written down where only a reference should be (`a private key`), or
 * `undefined` where it is none.
 *
 * Few false alarms come before completeness: a text counts by a form that nothing else has, or by a name that says what it
 * is together with a value that can be nothing but the thing itself (not a path, a reference, a switch or a number of tokens).
 */
export function credentialFault(name: string, value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const inValue = value.length < SHORTEST ? undefined : credentialInText(value);
  return inValue ?? (name === '' ? undefined : faultByName(nameClass(name), value));
}

/** Fewer characters than any form, URL with a password or assignment has: `a://b:c@d`. */
const SHORTEST = 8;

/** The same for a text whose name says nothing about it. */
export function credentialInText(value: string): string | undefined {
  if (!mayHoldCredential(value)) return undefined;
  const form = CREDENTIAL_FORMS.find(({ pattern }) => pattern.test(value));
  if (form) return form.title;
  for (const [, password] of value.matchAll(USERINFO)) if (!isStandIn(password)) return 'a password in a URL';
  for (const [, key, quoted, single, bare] of value.matchAll(ASSIGNED)) {
    const assigned = quoted ?? single ?? bare;
    const harmless = isStandIn(assigned) || isHarmless(assigned) || (bare !== undefined && isCode(bare));
    if (assigned.length >= 4 && !harmless) return `a literal ${key.toLowerCase()}`;
  }
  return undefined;
}

/** Nothing but names, versions and addresses: most texts of a manifest. */
const PLAIN = /^[a-z0-9./-]*$/;
/** The forms that a plain text may have. */
const PLAIN_HINT = /glpat-|sk-|nvapi-|xai-|dapi|xox|xapp-|pul-|hv[bs]\.|hooks\.slack/;

/** Fewer characters than any form has, except for a URL with a password and an assignment. */
const SHORT = 20;

/** False for nearly all texts of a manifest, so that they are not searched any further. */
function mayHoldCredential(value: string): boolean {
  if (value.length < SHORT && !value.includes(':') && !value.includes('=')) return false;
  return PLAIN.test(value) ? PLAIN_HINT.test(value) : CREDENTIAL_HINT.test(value);
}

/** What the name of a value says about it. */
type NameClass = 'secret' | 'token' | 'maybe secret' | undefined;

const nameClass = remembered((written): NameClass => {
  const name = constantCase(written);
  if (SECRET_NAME.test(name) || HEADER_NAME.test(name)) return 'secret';
  if (TOKEN_NAME.test(name) && !VOCABULARY_NAME.test(name)) return 'token';
  return MAYBE_SECRET_NAME.test(name) && !LOOKUP_KEY_NAME.test(name) ? 'maybe secret' : undefined;
});

function faultByName(name: NameClass, value: string): string | undefined {
  if (name === undefined || isStandIn(value) || isHarmless(value)) return undefined;
  if (name === 'secret') return 'a literal secret, by its name';
  if (name === 'token') return /^[^\s<>|[\]]{8,}$/.test(value) ? 'a literal token, by its name' : undefined;
  return looksRandom(value) ? 'a literal secret, by its name and look' : undefined;
}

/** `db.password`, `dbPassword` and `db-password` are all `DB_PASSWORD`. */
function constantCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}

/** Something that is put in later: a variable, a template, a masked text. */
function isStandIn(value: string): boolean {
  return /^\$|\$\(|\$\{|\{\{|^<.*>$|^%|^\[.*\]$|^([*xX.])\1*$|^redacted$/i.test(value.trim());
}

/** What stands under such names without being a secret: a path, an address, a switch, a word that says there is none. */
function isHarmless(value: string): boolean {
  const trimmed = value.trim();
  return (
    trimmed === '' ||
    /^(~|\.{0,2})\/|^[A-Za-z]:\\|^[a-z][a-z0-9+.-]{1,20}:/.test(trimmed) ||
    /^(true|false|yes|no|on|off|none|null|nil|undefined|default|required|optional|enabled|disabled)$/i.test(trimmed) ||
    /^(dummy|empty|fake|n\/a|not[-_ ]?needed|placeholder|unused|sk-no-key-required)$/i.test(trimmed) ||
    /^\d{1,4}$/.test(trimmed)
  );
}

/** A look-up, a type or a variable in a program's text: `os.environ["X"]`, `Optional[str]`, `self.password`, `db_password`. */
function isCode(bare: string): boolean {
  return (
    /[()[\]]/.test(bare) ||
    /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+$/.test(bare) ||
    /^[a-z_]*(password|passwd|passphrase|secret|key|token)$/i.test(bare) ||
    /^(str|string|bytes|SecretStr)$/.test(bare)
  );
}

/** Long, without the separators of names and paths, and of letters and digits mixed: nobody calls a thing like that. */
function looksRandom(value: string): boolean {
  const mixed = value.length >= 16 && !/[\s/.:,]/.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value);
  return mixed && !value.split(/[-_]/).every((word) => /^([A-Za-z]+\d{0,2}|\d{1,4}|v\d+)$/.test(word));
}
