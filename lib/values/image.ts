import type { Checker } from '../internal/errors';
import { labelValueFault } from '../internal/names';

/** The parts of a reference to an image. */
export interface ImageReference {
  /** Registry and path. */
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
}

// The grammar of https://github.com/distribution/reference: the host may have capitals and a port, the path may not.
const HOST_PART = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const HOST = `(?:${HOST_PART}(?:\\.${HOST_PART})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const PATH_PART = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const NAME = new RegExp(`^(?:${HOST}/)?${PATH_PART}(?:/${PATH_PART})*$`);
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128})$/;
const LONGEST_NAME = 255;

/** Refuses an image reference that is not legal, or that says a different thing tomorrow. */
export function checkImage(check: Checker, image: string): void {
  const fault = typeof image === 'string' && image !== '' ? (shapeFault(image) ?? pinFault(image)) : MISSING;
  if (fault) check.refuse(image, fault.expected, fault.fix);
}

/** Takes a reference apart; what it gives for an illegal one means nothing. */
export function parseImage(image: string): ImageReference {
  const [rest, digest] = split(image, image.indexOf('@'));
  const colon = rest.lastIndexOf(':');
  const [name, tag] = split(rest, colon > rest.lastIndexOf('/') ? colon : -1);
  return { name, tag, digest };
}

/** The tag, where it can be the value of the label `app.kubernetes.io/version`. */
export function imageVersion(image: string): string | undefined {
  const { tag } = parseImage(image);
  return tag !== undefined && labelValueFault(tag) === undefined ? tag : undefined;
}

interface Fault {
  readonly expected: string;
  readonly fix: string;
}

const MISSING: Fault = {
  expected: "an image reference, for example 'ghcr.io/your-org/model:1.0.0'",
  fix: 'name the image',
};

function pinFault(image: string): Fault | undefined {
  const { name, tag, digest } = parseImage(image);
  if (digest !== undefined) return undefined;
  if (tag === undefined)
    return {
      expected: 'a tag or a digest, so that the same manifest means the same image',
      fix: `add the version that you tested, for example '${name}:1.0.0'`,
    };
  if (/^latest$|^latest-|-latest$/.test(tag))
    return {
      expected: 'a tag that means the same image tomorrow',
      fix: `replace '${tag}' by the version that you tested, or add its digest (${name}@sha256:...)`,
    };
  return undefined;
}

function shapeFault(image: string): Fault | undefined {
  const scheme = /^[a-z+]+:\/\//.exec(image)?.[0];
  if (scheme) return { expected: 'an image reference, not a URL', fix: `leave '${scheme}' out` };
  if (/\s/.test(image)) return { expected: 'an image reference without spaces', fix: 'take the spaces out' };
  const { name, tag, digest } = parseImage(image);
  if (tag === '' || (tag !== undefined && !TAG.test(tag)))
    return {
      expected: 'a tag of at most 128 letters, digits, underscores, dots and hyphens, no dot or hyphen first',
      fix: 'write the tag as the registry shows it',
    };
  if (digest !== undefined && !DIGEST.test(digest))
    return { expected: "a digest: 'sha256:' and 64 hex digits in lower case", fix: 'copy the whole digest' };
  if (NAME.test(name) && name.length <= LONGEST_NAME) return undefined;
  if (name.length > LONGEST_NAME)
    return { expected: `a name of at most ${LONGEST_NAME} characters`, fix: 'shorten it' };
  if (NAME.test(name.toLowerCase()))
    return { expected: 'a path in lower case', fix: `write '${image.replace(name, lower(name))}'` };
  return {
    expected: 'registry/path:tag, the path in lower case letters, digits and single separators',
    fix: 'write the reference as `docker pull` takes it',
  };
}

/** The path in lower case; a host is left as it is. */
function lower(name: string): string {
  const slash = name.indexOf('/');
  const host = slash < 0 ? '' : name.slice(0, slash + 1);
  return /[.:]|^localhost\/$/.test(host) ? host + name.slice(slash + 1).toLowerCase() : name.toLowerCase();
}

function split(text: string, at: number): [string, string | undefined] {
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
