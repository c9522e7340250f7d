import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type RayStatus = 'PENDING' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';

/**
 * Stands for the dashboard of every Ray head: the operator asks it how jobs are. It is reached as an HTTP proxy, since
 * the names of the heads' Services mean nothing on this machine.
 */
export class RayDashboard {
  static async start(): Promise<RayDashboard> {
    const dashboard = new RayDashboard();
    dashboard.server.listen(0, '127.0.0.1');
    await once(dashboard.server, 'listening');
    return dashboard;
  }

  /** By the host that was asked, for example run-abcde-head-svc.jobs.svc.cluster.local. */
  readonly asked = new Set<string>();
  private readonly statuses = new Map<string, RayStatus>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://unknown');
      this.asked.add(url.hostname);
      const id = url.pathname.split('/').pop() ?? '';
      const status = this.statuses.get(namespaceOf(url.hostname)) ?? 'RUNNING';
      const now = Date.now();
      const times = { start_time: now - 1000, ...(status === 'RUNNING' ? {} : { end_time: now }) };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ submission_id: id, job_id: id, status, message: status, ...times }));
    });
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What jobs of the namespace are from now on. */
  say(namespace: string, status: RayStatus): void {
    this.statuses.set(namespace, status);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

function namespaceOf(host: string): string {
  return host.split('.')[1] ?? '';
}
