import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Controller } from './catalogue';

/** Where one controller listens and keeps its files; all on loopback and below the control plane's folder. */
export interface Place {
  readonly folder: string;
  readonly kubeconfig: string;
  readonly webhooks: number;
  readonly health: number;
  /** Folder with tls.crt and tls.key. */
  readonly certificates: string;
}

export interface Settings {
  /** Folders of the module that hold CRDs and webhook configurations, for `kubectl kustomize`. */
  readonly kustomizations: readonly string[];
  readonly args: (place: Place) => string[];
  /** A Secret that must be there, since the controller fills it with a certificate of its own (which is not used). */
  readonly secret?: { readonly namespace: string; readonly name: string };
  /** What the health port answers once the controller works; none where it has no such port of its own. */
  readonly ready?: string;
}

export const SETTINGS: { readonly [controller in Controller]: Settings } = {
  jobset: {
    kustomizations: ['config/components/crd', 'config/components/webhook'],
    ready: '/readyz',
    args: (place) => [
      configFile(place, 'config.jobset.x-k8s.io/v1alpha1', {
        ...webhookConfig(place),
        internalCertManagement: { enable: false },
        metrics: { bindAddress: '0' },
      }),
    ],
  },
  kueue: {
    kustomizations: ['config/components/crd', 'config/components/webhook'],
    secret: { namespace: 'kueue-system', name: 'kueue-webhook-server-cert' },
    ready: '/readyz',
    args: (place) => [
      configFile(place, 'config.kueue.x-k8s.io/v1beta2', {
        ...webhookConfig(place),
        // without it, certificates for metrics must lie in a folder of the system
        internalCertManagement: { enable: true },
        metrics: { bindAddress: '0' },
        // An API service of its own, which nothing here reads.
        featureGates: { VisibilityOnDemand: false },
        integrations: {
          frameworks: [
            'batch/job',
            'jobset.x-k8s.io/jobset',
            'trainer.kubeflow.org/trainjob',
            'kubeflow.org/mpijob',
            'kubeflow.org/pytorchjob',
            'kubeflow.org/tfjob',
            'kubeflow.org/xgboostjob',
            'kubeflow.org/jaxjob',
            'ray.io/rayjob',
            'ray.io/raycluster',
          ],
        },
      }),
    ],
  },
  trainer: {
    kustomizations: ['manifests/base/crds', 'manifests/base/webhook'],
    ready: '/readyz',
    args: (place) => [
      configFile(place, 'config.trainer.kubeflow.org/v1alpha1', {
        webhook: { host: '127.0.0.1', port: place.webhooks },
        health: { healthProbeBindAddress: `127.0.0.1:${place.health}` },
        leaderElection: { leaderElect: false },
        certManagement: { enable: false },
        metrics: { bindAddress: '0', secureServing: false },
      }),
    ],
  },
  'training-operator': {
    kustomizations: ['manifests/base'],
    secret: { namespace: 'kubeflow', name: 'training-operator-webhook-cert' },
    ready: '/readyz',
    args: (place) => [
      `--webhook-server-port=${place.webhooks}`,
      `--health-probe-bind-address=127.0.0.1:${place.health}`,
      '--metrics-bind-address=0',
    ],
  },
  'mpi-operator': {
    kustomizations: ['manifests/base'],
    args: (place) => [`--kubeConfig=${place.kubeconfig}`, '--lock-namespace=default'],
  },
  kuberay: {
    kustomizations: ['config/crd'],
    ready: '/readyz',
    args: (place) => [
      '--metrics-addr=0',
      `--health-probe-bind-address=127.0.0.1:${place.health}`,
      '--enable-leader-election=false',
    ],
  },
};

function webhookConfig({ webhooks, health, certificates }: Place) {
  return {
    webhook: { host: '127.0.0.1', port: webhooks, certDir: certificates },
    health: { healthProbeBindAddress: `127.0.0.1:${health}` },
    leaderElection: { leaderElect: false },
  };
}

function configFile({ folder }: Place, apiVersion: string, content: object): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'config.json');
  writeFileSync(path, JSON.stringify({ apiVersion, kind: 'Configuration', ...content }, undefined, 2));
  return `--config=${path}`;
}
