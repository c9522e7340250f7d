import { join } from 'node:path';
import { SYNC_SECONDS } from '../autoscaling/real-time';
import type { Credentials } from './credentials';

/**
 * Those that admission and clean-up lean on; with no others running, no object changes on its own. Not those of quotas
 * and namespaces: they look through every kind there is, which costs a minute and 1 GB with the upstream CRDs.
 */
const GUARD_RAILS = [
  'serviceaccount-controller',
  'clusterrole-aggregation-controller',
  // Lets go of deleted claims.
  'persistentvolumeclaim-protection-controller',
];

export type Controllers = 'guard-rails' | 'all' | 'none';

export function etcdFlags(data: string, clients: string, peers: string): string[] {
  return [
    `--data-dir=${data}`,
    `--listen-client-urls=${clients}`,
    `--advertise-client-urls=${clients}`,
    `--listen-peer-urls=${peers}`,
    `--initial-advertise-peer-urls=${peers}`,
    `--initial-cluster=default=${peers}`,
    '--unsafe-no-fsync',
    '--log-level=warn',
  ];
}

export interface ApiServerSettings {
  readonly port: number;
  readonly etcd: string;
  readonly certificates: string;
  readonly credentials: Credentials;
  readonly emulate?: string;
}

export function apiServerFlags({ port, etcd, certificates, credentials, emulate }: ApiServerSettings): string[] {
  return [
    `--etcd-servers=${etcd}`,
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    // A loopback address is refused as an endpoint of the "kubernetes" Service, and nothing here needs it.
    '--endpoint-reconciler-type=none',
    `--secure-port=${port}`,
    `--cert-dir=${certificates}`,
    '--service-cluster-ip-range=10.96.0.0/16',
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${credentials.serviceAccountPublicKey}`,
    `--service-account-signing-key-file=${credentials.serviceAccountKey}`,
    `--token-auth-file=${credentials.tokenFile}`,
    '--authorization-mode=Node,RBAC',
    // All three are on by default; named here because the tests are worthless without them.
    '--enable-admission-plugins=PodSecurity,ResourceQuota,LimitRanger',
    '--allow-privileged=true',
    ...emulation(emulate),
  ];
}

export interface ControllerSettings {
  readonly kubeconfig: string;
  readonly authority: string;
  readonly serviceAccountKey: string;
  readonly controllers: Controllers;
  readonly emulate?: string;
}

export function controllerManagerFlags(settings: ControllerSettings): string[] {
  const controllers = settings.controllers === 'all' ? ['*'] : GUARD_RAILS;
  return [
    `--kubeconfig=${settings.kubeconfig}`,
    `--controllers=${controllers.join(',')}`,
    `--service-account-private-key-file=${settings.serviceAccountKey}`,
    `--root-ca-file=${settings.authority}`,
    '--use-service-account-credentials',
    '--leader-elect=false',
    '--secure-port=0',
    '--kube-api-qps=200',
    '--kube-api-burst=400',
    `--horizontal-pod-autoscaler-sync-period=${SYNC_SECONDS}s`,
    ...emulation(settings.emulate),
  ];
}

export function schedulerFlags(kubeconfig: string, emulate?: string): string[] {
  return [`--kubeconfig=${kubeconfig}`, '--leader-elect=false', '--secure-port=0', ...emulation(emulate)];
}

export function kwokFlags(kubeconfig: string): string[] {
  return [
    `--kubeconfig=${kubeconfig}`,
    `--config=${join(__dirname, 'kubelet-stages.yaml')}`,
    '--manage-all-nodes',
    // Without leases the node controller takes every node for dead after a minute.
    '--node-lease-duration-seconds=40',
    // No server of its own: it would listen beyond loopback.
    '--node-port=0',
  ];
}

function emulation(minor: string | undefined): string[] {
  return minor ? [`--emulated-version=${minor}`] : [];
}
