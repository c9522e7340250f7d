import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who talks to the API server; each has a token, and RBAC decides what it may do. */
const ACCOUNTS = {
  admin: { user: 'cluster-test', groups: ['system:masters'] },
  controllers: { user: 'system:kube-controller-manager', groups: [] },
  scheduler: { user: 'system:kube-scheduler', groups: [] },
  kubelets: { user: 'fake-nodes', groups: ['system:masters'] },
};

export type Account = keyof typeof ACCOUNTS;

export interface Credentials {
  readonly serviceAccountKey: string;
  readonly serviceAccountPublicKey: string;
  readonly tokenFile: string;
  readonly tokens: { readonly [account in Account]: string };
}

export function makeCredentials(folder: string): Credentials {
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const accounts = Object.keys(ACCOUNTS) as Account[];
  const tokens = Object.fromEntries(accounts.map((account) => [account, randomBytes(24).toString('hex')]));
  const rows = accounts.map((account) => {
    const { user, groups } = ACCOUNTS[account];
    return `${tokens[account]},${user},${user},"${groups.join(',')}"`;
  });
  return {
    serviceAccountKey: written(folder, 'service-account.key', keys.privateKey),
    serviceAccountPublicKey: written(folder, 'service-account.pub', keys.publicKey),
    tokenFile: written(folder, 'tokens.csv', `${rows.join('\n')}\n`),
    tokens: tokens as Credentials['tokens'],
  };
}

/** A kubeconfig (JSON is YAML) for one account. */
export function writeKubeconfig(folder: string, account: Account, server: string, ca: string, token: string): string {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'test', cluster: { server, 'certificate-authority': ca } }],
    users: [{ name: account, user: { token } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: account } }],
    'current-context': 'test',
  };
  return written(folder, `${account}.kubeconfig`, JSON.stringify(config, undefined, 2));
}

function written(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}
