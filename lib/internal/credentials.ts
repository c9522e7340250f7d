/**
 * Recognizes credentials that were written down where only a reference should stand.
 *
 * Low on false alarms before complete: a text counts by a shape that nothing else has, or by a name that says what it is
 * together with a value that can be nothing but the thing itself (not a path, a reference, a switch or a number of tokens).
 */
const SHAPES: readonly [RegExp, string][] = [
  // AWS: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
  [/(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Z0-9])/, 'an AWS access key id'],
  [/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/, 'a private key'],
  [/(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{36,}/, 'a GitHub token'],
  [/(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{22,}/, 'a GitHub token'],
  [/(?<![A-Za-z0-9])glpat-[A-Za-z0-9_-]{20,}/, 'a GitLab token'],
  [/(?<![A-Za-z0-9_])hf_[A-Za-z0-9]{30,}/, 'a Hugging Face token'],
  [/(?<![A-Za-z0-9_])api_org_[A-Za-z0-9]{30,}/, 'a Hugging Face token'],
  [/(?<![A-Za-z0-9_-])sk-(?:proj|ant|svcacct|admin|or)-[A-Za-z0-9_-]{20,}/, 'an API key'],
  [/(?<![A-Za-z0-9_-])sk-(?=[A-Za-z]*\d)[A-Za-z0-9]{32,}/, 'an API key'],
  [/(?<![A-Za-z0-9_])[sr]k_(?:live|test)_[A-Za-z0-9]{16,}/, 'a Stripe key'],
  [/(?<![A-Za-z0-9])nvapi-[A-Za-z0-9_-]{40,}/, 'an NVIDIA API key'],
  [/(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/, 'a Google API key'],
  [/(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10,}/, 'a Slack token'],
  [/hooks\.slack\.com\/services\/T[A-Z0-9]{6,}\/B[A-Z0-9]{6,}\/[A-Za-z0-9]{16,}/, 'a Slack webhook'],
  [/(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/, 'an npm token'],
  [/pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{20,}/, 'a PyPI token'],
  [/(?<![A-Za-z0-9])dckr_pat_[A-Za-z0-9_-]{20,}/, 'a Docker token'],
  [/AccountKey=[A-Za-z0-9+/]{60,}={0,2}/, 'an Azure storage key'],
  [/(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/, 'a signed token (JWT)'],
];

/** `scheme://user:password@host`; lengths are bounded so that no text makes the search slow. */
const USERINFO = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/?#@:'"]{0,128}:([^\s/?#@'"]{1,256})@/gi;

/** `password=...`, `"api_key": "..."` inside a longer text; a line each in configuration files. */
const ASSIGNED =
  /(?<![A-Za-z])["']?(password|passwd|passphrase|secret[_-]?access[_-]?key|secret[_-]?key|client[_-]?secret|api[_-]?key|(?:access|auth)[_-]?token)["']?\s{0,4}[=:]\s{0,4}(?:"([^"\n]{0,256})"|'([^'\n]{0,256})'|([^\s,;&"']{1,256}))/gi;

/** Names whose value is a secret, however it looks. */
const SECRET_NAME =
  /(PASSWORD|PASSWD|PASSPHRASE)S?$|(^|_)(API_?KEY|SECRET_?KEY|SECRET_ACCESS_KEY|ACCESS_KEY_ID|ACCESS_?KEY|PRIVATE_?KEY|(ENCRYPTION|SIGNING)_KEY|(CLIENT|APP|JWT|SESSION|COOKIE|WEBHOOK)_SECRET)$/;
/** A token is a secret too, unless it is a piece of a language model's vocabulary, or a number of such. */
const TOKEN_NAME = /(^|_)TOKEN$/;
const VOCABULARY_NAME =
  /(^|_)(BOS|EOS|PAD|UNK|MASK|SEP|CLS|STOP|START|BEGIN|END|MAX|MIN|NUM|SPECIAL|IMAGE|AUDIO|DRAFT|PER|NEXT|FIRST|LAST)_TOKEN$/;
/** Names whose value is often a secret: it counts where the value looks random. */
const MAYBE_SECRET_NAME = /(^|_)(PASS|PWD|SECRETS?|KEY|CREDENTIALS?)$/;
const LOOKUP_KEY_NAME =
  /(^|_)(CACHE|ENTITY|FEATURE|FOREIGN|HASH|IDEMPOTENCY|JOIN|OBJECT|PARTITION|PRIMARY|PUBLIC|ROUTING|S3|SORT)_KEY$/;

/** What a text looks like if it is a credential (`a private key`), or `undefined` where it is none. */
export function credentialFault(name: string, value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const shape = SHAPES.find(([pattern]) => pattern.test(value));
  if (shape) return shape[1];
  for (const [, password] of value.matchAll(USERINFO)) if (!isStandIn(password)) return 'a password in a URL';
  for (const [, key, quoted, single, bare] of value.matchAll(ASSIGNED)) {
    const assigned = quoted ?? single ?? bare;
    const harmless = isStandIn(assigned) || isHarmless(assigned) || (bare !== undefined && isCode(bare));
    if (assigned.length >= 4 && !harmless) return `a literal ${key.toLowerCase()}`;
  }
  return faultByName(constantCase(name), value);
}

function faultByName(name: string, value: string): string | undefined {
  if (isStandIn(value) || isHarmless(value)) return undefined;
  if (SECRET_NAME.test(name)) return 'a literal secret, by its name';
  if (TOKEN_NAME.test(name) && !VOCABULARY_NAME.test(name) && /^[^\s<>|[\]]{8,}$/.test(value))
    return 'a literal token, by its name';
  if (MAYBE_SECRET_NAME.test(name) && !LOOKUP_KEY_NAME.test(name) && looksRandom(value))
    return 'a literal secret, by its name and look';
  return undefined;
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
