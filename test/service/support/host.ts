import { execFileSync } from 'node:child_process';

/**
 * Whether commands can run in a root of their own as another user (`unshare`, as root). Elsewhere they run as whoever runs
 * the tests, with the image's paths rewritten. SERVICE_TEST_PLAIN=1 asks for that.
 */
export function canSandbox(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || process.env.SERVICE_TEST_PLAIN === '1') return false;
  try {
    execFileSync('unshare', ['--mount', '--pid', '--fork', '--kill-child', 'setpriv', '--version'], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

/** Where the Python of the wanted minor is installed: `sys.base_prefix`, and its program. */
export function findPython(minor: string): { prefix: string; program: string } {
  for (const candidate of [`python${minor}`, 'python3', 'python'])
    try {
      const program = 'import sys; print(sys.base_prefix, sys.executable, "%d.%d" % sys.version_info[:2])';
      const [prefix, executable, version] = execFileSync(candidate, ['-c', program], { stdio: 'pipe' })
        .toString()
        .trim()
        .split(' ');
      if (version === minor) return { prefix, program: executable };
    } catch {
      // Not there: the next may be.
    }
  throw new Error(
    `Python ${minor}, the version of the Dockerfile's base image, is not on PATH: install it to run these tests`,
  );
}

/** What pip needs to know of this machine: its index, proxy and certificates. */
export function pipEnvironment(): Record<string, string> {
  const wanted = /^(PIP_|SSL_CERT_|REQUESTS_CA_BUNDLE$|https?_proxy$|no_proxy$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => wanted.test(name))) as Record<
    string,
    string
  >;
}
