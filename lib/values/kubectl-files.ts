import { readFileSync } from 'node:fs';
import type { Checker } from '../internal/errors';

/** Files that kubectl wrote of a cluster; commit them beside the app, and write them again when the cluster changes. */
export interface KubectlFiles {
  /** Path of what `kubectl version -o json` printed. */
  readonly version: string;
  /**
   * Path of what `kubectl api-versions` printed.
   *
   * @default - the APIs are not known
   */
  readonly apiVersions?: string;
}

/** The server's minor, `1.33`, as kubectl saw it. */
export function readVersion(check: Checker, path: string): string | undefined {
  const text = readText(check, path, 'kubectl version -o json');
  if (text === undefined) return undefined;
  try {
    const { major, minor } = JSON.parse(text).serverVersion ?? {};
    // managed clusters write `33+`
    const number = /^\d+/.exec(String(minor))?.[0];
    if (major === '1' && number) return `1.${number}`;
    check.refuse(
      path,
      'a file with serverVersion',
      `write it while the cluster can be reached: kubectl version -o json > ${path}`,
    );
  } catch {
    check.refuse(path, 'JSON', `write it again: kubectl version -o json > ${path}`);
  }
  return undefined;
}

/** Groups and versions, one a line. */
export function readApiVersions(check: Checker, path: string): string[] {
  const text = readText(check, path, 'kubectl api-versions');
  if (text === undefined) return [];
  const lines = text.split(/\r?\n/).filter(Boolean);
  if (!lines.includes('v1') || !lines.every(isApiVersion))
    check.refuse(
      path,
      'groups and versions, one a line, v1 among them',
      `write it again: kubectl api-versions > ${path}`,
    );
  return lines;
}

/** True for `v1`, `apps/v1`, `gateway.networking.k8s.io/v1beta1`. */
export function isApiVersion(text: string): boolean {
  return /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?v\d+((alpha|beta)\d+)?$/.test(text);
}

function readText(check: Checker, path: string, command: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    check.refuse(path, `a file that can be read (${code})`, `write it: ${command} > ${path}`);
    return undefined;
  }
}
