import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Image } from './image';
import { REPOSITORY } from './process';

const COMMITTED = join(REPOSITORY, 'dist/credit-risk/prod');

export interface HttpProbe {
  readonly httpGet: { readonly path: string; readonly port: string | number };
  readonly initialDelaySeconds?: number;
  readonly periodSeconds?: number;
  readonly timeoutSeconds?: number;
  readonly failureThreshold?: number;
}

/** What the manifest says of the container, as the kubelet would take it. */
export interface Declared {
  readonly argv: string[];
  readonly env: Record<string, string>;
  readonly port: number;
  readonly user: number;
  readonly group: number;
  readonly readOnlyRoot: boolean;
  /** Where emptyDirs are mounted. */
  readonly scratch: string[];
  readonly startupProbe?: HttpProbe;
  readonly readinessProbe: HttpProbe;
  readonly livenessProbe: HttpProbe;
  readonly preStopSeconds: number;
  readonly graceSeconds: number;
  readonly memoryRequest: string;
  readonly image: string;
  /** Port of the container that the Service leads to. */
  readonly serviceTarget: number;
  /** Where the ServiceMonitor, through the Service, makes Prometheus look. */
  readonly metrics: { readonly port: number; readonly path: string };
}

/** Reads the committed manifests as YAML, the way a cluster would; nothing of the library is used. */
export function readManifest(image: Image): Declared {
  const objects: any[] = readdirSync(COMMITTED)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) =>
      parseAllDocuments(readFileSync(join(COMMITTED, file), 'utf8')).map((document) => document.toJS()),
    );
  const find = (kind: string, name: string) => {
    const found = objects.filter((object) => object?.kind === kind && object.metadata.name === name);
    if (found.length !== 1) throw new Error(`${found.length} objects are ${kind}/${name} in ${COMMITTED}`);
    return found[0];
  };
  const pod = find('Deployment', 'credit-risk').spec.template.spec;
  const [container] = pod.containers;
  const security = { ...pod.securityContext, ...container.securityContext };
  const scratch = container.volumeMounts
    .filter((mount: any) => pod.volumes.find((volume: any) => volume.name === mount.name)?.emptyDir)
    .map((mount: any) => mount.mountPath);
  const env = environmentOf(container, find);
  const service = find('Service', 'credit-risk');
  const [endpoint] = find('ServiceMonitor', 'credit-risk').spec.endpoints;
  const targetOf = (port: any) => portNumber(container, port.targetPort ?? port.port);
  return {
    // No command: the image's entry point, of which ours has none, and then its CMD unless there are args.
    argv: [...(container.command ?? []), ...(container.args ?? (container.command ? [] : image.cmd))].map(plain),
    env,
    port: portNumber(container, container.readinessProbe.httpGet.port),
    user: security.runAsUser,
    group: security.runAsGroup,
    readOnlyRoot: security.readOnlyRootFilesystem === true,
    scratch,
    startupProbe: container.startupProbe,
    readinessProbe: container.readinessProbe,
    livenessProbe: container.livenessProbe,
    preStopSeconds: preStopOf(container),
    graceSeconds: pod.terminationGracePeriodSeconds ?? 30,
    memoryRequest: container.resources.requests.memory,
    image: container.image,
    serviceTarget: targetOf(service.spec.ports[0]),
    metrics: {
      port: targetOf(service.spec.ports.find(({ name }: any) => name === endpoint.port)),
      path: endpoint.path,
    },
  };
}

/** The number behind a port that is given by name. */
function portNumber(container: any, port: string | number): number {
  return typeof port === 'number' ? port : container.ports.find(({ name }: any) => name === port).containerPort;
}

function environmentOf(container: any, find: (kind: string, name: string) => any): Record<string, string> {
  const env: Record<string, string> = {};
  for (const source of container.envFrom ?? []) {
    if (!source.configMapRef) throw new Error(`only ConfigMaps are understood here: ${JSON.stringify(source)}`);
    Object.assign(env, find('ConfigMap', source.configMapRef.name).data);
  }
  for (const { name, value } of container.env ?? []) {
    if (typeof value !== 'string') throw new Error(`env ${name}: only literal values are understood here`);
    env[name] = plain(value);
  }
  return env;
}

function preStopOf(container: any): number {
  const hook = container.lifecycle?.preStop;
  if (hook === undefined) return 0;
  if (hook.sleep) return hook.sleep.seconds;
  const [command, seconds] = hook.exec.command;
  if (!command.endsWith('sleep')) throw new Error(`only a sleep is understood here: ${JSON.stringify(hook)}`);
  return Number(seconds);
}

/** The kubelet would expand `$(NAME)`; nothing here needs it, so that it is refused rather than built. */
function plain(text: string): string {
  if (text.includes('$(')) throw new Error(`references are not understood here: ${text}`);
  return text;
}
