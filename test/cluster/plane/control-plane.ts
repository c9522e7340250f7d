import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient } from './api';
import { type Binary, binaryPath } from './binaries';
import {
  apiServerFlags,
  type Controllers,
  controllerManagerFlags,
  etcdFlags,
  kwokFlags,
  schedulerFlags,
} from './component-flags';
import { type Account, type Credentials, makeCredentials, writeKubeconfig } from './credentials';
import { Kubectl } from './kubectl';
import { freePorts, Processes } from './processes';

export interface ControlPlaneOptions {
  /** Names the folder of its files and logs. */
  readonly name: string;
  readonly controllers: Controllers;
  readonly scheduler?: boolean;
  /** Runs kwok, which plays the kubelet of every node. */
  readonly kubelets?: boolean;
  /** Behaves as an older minor, such as "1.34". */
  readonly emulate?: string;
  /** The folder of an etcd to start from (copied). */
  readonly database?: string;
}

/** A Kubernetes control plane for one suite: loopback only, a temporary folder, gone after stop(). */
export class ControlPlane {
  static async start(options: ControlPlaneOptions): Promise<ControlPlane> {
    const plane = new ControlPlane(options);
    try {
      await plane.startServers();
      if (options.controllers !== 'none') await plane.startControllers();
    } catch (error) {
      await plane.stop();
      throw error;
    }
    return plane;
  }

  readonly folder: string;
  readonly processes: Processes;
  api!: ApiClient;
  kubectl!: Kubectl;
  private readonly data: string;
  private readonly credentials: Credentials;
  private readonly certificates: string;
  private server = '';

  private constructor(private readonly options: ControlPlaneOptions) {
    this.folder = mkdtempSync(join(process.env.CLUSTER_TEST_RUN ?? tmpdir(), `${options.name}-`));
    this.data = join(this.folder, 'data');
    this.certificates = join(this.folder, 'certificates');
    for (const folder of [this.data, this.certificates]) mkdirSync(folder);
    this.credentials = makeCredentials(this.folder);
    this.processes = new Processes(this.folder, this.data);
  }

  get database(): string {
    return join(this.data, 'etcd');
  }

  async stop(): Promise<void> {
    this.api?.close();
    await this.processes.stopAll();
  }

  /** Files of the API server's own certificate and its key, for a server that stands beside it. */
  servingCertificate(): string[] {
    return [this.authority(), join(this.certificates, 'apiserver.key')];
  }

  /** Peak resident memory of each process so far, in MiB; empty where the system has no /proc. */
  peakMemory(): { [process: string]: number } {
    return this.processes.peakMemory();
  }

  /** Waits for something that controllers bring about. */
  until(what: string, condition: () => Promise<boolean>, seconds = 60): Promise<void> {
    return this.processes.until('kube-controller-manager', what, seconds, condition);
  }

  /** The roles admin, edit and view are empty until a controller has put their parts together. */
  async clusterRolesAreFilled(): Promise<void> {
    await this.until('done with the roles', async () => {
      const path = '/apis/rbac.authorization.k8s.io/v1/clusterroles';
      const roles = await Promise.all(['admin', 'edit', 'view'].map((role) => this.api.get(`${path}/${role}`)));
      return roles.every((role) => role.rules?.length > 0);
    });
  }

  private async startServers(): Promise<void> {
    const [etcdPort, peerPort, port] = await freePorts(3);
    const [etcd, peer] = [`http://127.0.0.1:${etcdPort}`, `http://127.0.0.1:${peerPort}`];
    this.server = `https://127.0.0.1:${port}`;
    if (this.options.database) cpSync(this.options.database, this.database, { recursive: true });
    this.start('etcd', etcdFlags(this.database, etcd, peer));
    await this.processes.until('etcd', 'healthy', 30, () => isHealthy(`${etcd}/health`));

    const { certificates, credentials } = this;
    this.start(
      'kube-apiserver',
      apiServerFlags({ port, etcd, certificates, credentials, emulate: this.options.emulate }),
    );
    await this.processes.until('kube-apiserver', 'ready', 120, () => this.isApiReady());
    this.kubectl = new Kubectl(binaryPath('kubectl'), this.kubeconfig('admin'), this.folder);
  }

  private async isApiReady(): Promise<boolean> {
    try {
      this.api?.close();
      // Anew each time: the authority's file may have been read while it was being written.
      this.api = new ApiClient(this.server, this.credentials.tokens.admin, this.authority());
      return (await this.api.request('GET', '/readyz')).status === 200;
    } catch {
      return false;
    }
  }

  private async startControllers(): Promise<void> {
    const { controllers, emulate, scheduler, kubelets } = this.options;
    const kubeconfig = this.kubeconfig('controllers');
    const { serviceAccountKey } = this.credentials;
    const authority = this.authority();
    this.start(
      'kube-controller-manager',
      controllerManagerFlags({ kubeconfig, authority, serviceAccountKey, controllers, emulate }),
    );
    if (scheduler) this.start('kube-scheduler', schedulerFlags(this.kubeconfig('scheduler'), emulate));
    if (kubelets) this.start('kwok', kwokFlags(this.kubeconfig('kubelets')));
    // Admission of pods needs the namespace's service account, which a controller makes.
    await this.processes.until('kube-controller-manager', 'at work', 120, async () => {
      return (await this.api.request('GET', '/api/v1/namespaces/default/serviceaccounts/default')).status === 200;
    });
  }

  private start(binary: Binary, flags: string[]): void {
    this.processes.start(binary, binaryPath(binary), flags);
  }

  private kubeconfig(account: Account): string {
    return writeKubeconfig(this.folder, account, this.server, this.authority(), this.credentials.tokens[account]);
  }

  /** The API server writes its self-signed certificate and the authority that signed it into one file. */
  private authority(): string {
    return join(this.certificates, 'apiserver.crt');
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
