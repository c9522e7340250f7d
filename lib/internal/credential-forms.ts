/** A form that credentials of one kind have and nothing else has. */
export interface CredentialForm {
  /** What it is, with its article: `an AWS access key id`. */
  readonly title: string;
  readonly pattern: RegExp;
}

const form = (title: string, pattern: RegExp): CredentialForm => ({ title, pattern });

/**
 * The known forms. Most are published by their makers, so that scanners find them
 * (https://docs.github.com/en/code-security/reference/secret-security/supported-secret-scanning-patterns). Each needs its
 * prefix and its length, and no letter or digit before it: a word of a text, or part of a hash, is none.
 */
export const CREDENTIAL_FORMS: readonly CredentialForm[] = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
  form('an AWS access key id', /(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Z0-9])/),
  // in documentation, a placeholder like <private-key> follows
  form('a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----(?!(?:\\n|\s){0,4}<)/),
  form('a private key', /AGE-SECRET-KEY-1[A-Z0-9]{58}/),
  form('a GitHub token', /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{36,}/),
  form('a GitHub token', /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{22,}/),
  form('a GitLab token', /(?<![A-Za-z0-9])glpat-[A-Za-z0-9_-]{20,}/),
  form('a Hugging Face token', /(?<![A-Za-z0-9_])hf_[A-Za-z0-9]{30,}/),
  form('a Hugging Face token', /(?<![A-Za-z0-9_])api_org_[A-Za-z0-9]{30,}/),
  form('an API key', /(?<![A-Za-z0-9_-])sk-(?:proj|ant|svcacct|admin|or)-[A-Za-z0-9_-]{20,}/),
  form('an API key', /(?<![A-Za-z0-9_-])sk-(?=[A-Za-z]*\d)[A-Za-z0-9]{32,}/),
  form('a Groq API key', /(?<![A-Za-z0-9_])gsk_[A-Za-z0-9]{50,}/),
  form('an xAI API key', /(?<![A-Za-z0-9_-])xai-[A-Za-z0-9]{70,}/),
  form('a Replicate token', /(?<![A-Za-z0-9_])r8_[A-Za-z0-9]{37}(?![A-Za-z0-9])/),
  form('a LangSmith key', /(?<![A-Za-z0-9_])lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}/),
  form('a Databricks token', /(?<![A-Za-z0-9])dapi[0-9a-f]{32}(?![0-9a-f])/),
  form('an NVIDIA API key', /(?<![A-Za-z0-9])nvapi-[A-Za-z0-9_-]{40,}/),
  form('a Stripe key', /(?<![A-Za-z0-9_])[sr]k_(?:live|test)_[A-Za-z0-9]{16,}/),
  form('a Google API key', /(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/),
  form('a Google OAuth secret', /(?<![A-Za-z0-9])GOCSPX-[A-Za-z0-9_-]{28}/),
  form('a Slack token', /(?<![A-Za-z0-9])(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,}/),
  form('a Slack webhook', /hooks\.slack\.com\/services\/T[A-Z0-9]{6,}\/B[A-Z0-9]{6,}\/[A-Za-z0-9]{16,}/),
  form('an npm token', /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/),
  form('a PyPI token', /pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{20,}/),
  form('a Docker token', /(?<![A-Za-z0-9])dckr_(?:pat|oat)_[A-Za-z0-9_-]{20,}/),
  form('a DigitalOcean token', /(?<![A-Za-z0-9])do[oprt]_v1_[0-9a-f]{64}/),
  form('a Vault token', /(?<![A-Za-z0-9.])hv[bs]\.[A-Za-z0-9_-]{24,}/),
  form('a Grafana token', /(?<![A-Za-z0-9])glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}/),
  form('a Pulumi token', /(?<![A-Za-z0-9])pul-[0-9a-f]{40}(?![0-9a-f])/),
  form('a New Relic key', /(?<![A-Za-z0-9])NRAK-[A-Z0-9]{27}/),
  form('a SendGrid key', /(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}/),
  form('an Azure storage key', /AccountKey=[A-Za-z0-9+/]{60,}={0,2}/),
  form('a signed token (JWT)', /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/),
  // whoever has the URL has access until it expires
  form('a signed URL', /[?&](?:X-Amz-Signature=[0-9a-f]{64}|X-Goog-Signature=[0-9a-f]{64,})/),
  form('a signed URL', /[?&]sig=[A-Za-z0-9%+/]{43,}={0,2}(?:&|$|[\s"'])/),
  form(
    'a token in a header',
    /\b(?:Authorization|Proxy-Authorization)["']?\s{0,4}[:=]\s{0,4}["']?(?:Bearer|Basic|Token)\s{1,4}[A-Za-z0-9._~+/=-]{8,}/i,
  ),
];

/**
 * What one of the forms, a URL with a password or an assignment needs to be there at all. Most texts of a manifest have none of
 * it, and are not searched any further.
 */
export const CREDENTIAL_HINT =
  /AKIA|ASIA|ABIA|ACCA|PRIVATE KEY|AGE-SEC|gh[pousr]_|github_pat_|glpat-|hf_|api_org_|sk-|gsk_|xai-|r8_|lsv2_|dapi|nvapi-|[sr]k_|AIza|GOCSPX|xox|xapp-|hooks\.slack|npm_|pypi-|dckr_|do[oprt]_v1|hv[bs]\.|glsa_|pul-|NRAK|SG\.|AccountKey|eyJ|Signature=|sig=|uthorization|:\/\/|pass|secret|[_-]?key|token/i;
