import type { Checker } from '../../internal/errors';
import { keyFault } from '../../internal/names';
import { Cloud } from '../cluster-target';
import type { GpuRequest } from './options';
import type { GpuContext } from './plan';

/** The largest nodes have 16 GPUs (GKE's a2-megagpu-16g, Amazon's p2.16xlarge); an NVL72 rack has 4 a node. */
const MOST_ON_A_NODE = 16;
/** https://cloud.google.com/kubernetes-engine/docs/concepts/timesharing-gpus#limits */
const MOST_CLIENTS = 48;
/** The names that the device plugin gives slices, https://docs.nvidia.com/datacenter/cloud-native/kubernetes/latest/index.html */
const MIG_PROFILE = /^([1-7]c\.)?[1-7]g\.(\d{1,3})gb(\.me)?$/;

/** Refuses GPUs that no node of the cloud can offer. */
export function checkGpu(check: Checker, request: GpuRequest, { cloud }: GpuContext): void {
  checkCount(check.at('count'), request.count);
  if (request.kind === 'mig') checkProfile(check.at('profile'), request);
  request.model?._definition.check(check.at('model'), { cloud });
  if (request.maxClients !== undefined) checkClients(check.at('maxClients'), request.maxClients);
  if (request.kind === 'custom') checkResourceName(check.at('resourceName'), request.resourceName!);
  if (request.spot && cloud === Cloud.GENERIC)
    check
      .at('spot')
      .refuse(
        true,
        'a cluster whose cloud is known: what marks spot nodes differs',
        "say whose cluster it is, ClusterTarget.kubernetes('1.33', { cloud: Cloud.GKE }), or select the nodes with nodeSelector and tolerations",
      );
}

function checkCount(check: Checker, count: number): void {
  if (!Number.isInteger(count) || count < 1)
    check.refuse(
      count,
      'a whole number of GPUs, at least 1',
      'give 1 or more; a part of a GPU is Gpu.nvidiaMig or Gpu.nvidiaShared, none is to leave gpu out',
    );
  else if (count > MOST_ON_A_NODE)
    check.refuse(
      count,
      `at most ${MOST_ON_A_NODE} GPUs for one replica: no node has more`,
      'ask for fewer for each replica, and for more replicas',
    );
}

function checkProfile(check: Checker, { profile, model }: GpuRequest): void {
  const memory = typeof profile === 'string' ? MIG_PROFILE.exec(profile)?.[2] : undefined;
  if (memory === undefined)
    check.refuse(
      profile,
      "a MIG profile as Kubernetes names it, for example '1g.10gb' or '3g.40gb'",
      typeof profile === 'string' && profile.includes('+')
        ? `write '${profile.replace(/\+/g, '.')}'`
        : 'take one from `nvidia-smi mig -lgip`, in lower case',
    );
  else if (model && Number(memory) > model.memoryGib)
    check.refuse(profile, `a slice of the ${model.name}, which has ${model.memoryGib} GiB`, 'choose a smaller profile');
}

function checkClients(check: Checker, clients: number): void {
  if (!Number.isInteger(clients) || clients < 2 || clients > MOST_CLIENTS)
    check.refuse(clients, `a whole number from 2 to ${MOST_CLIENTS}`, 'give how many containers share one GPU');
}

/** Refuses what is no name of an extended resource. */
export function checkResourceName(check: Checker, name: string): void {
  const fault =
    typeof name !== 'string' ||
    !name.includes('/') ||
    // quotas name it with this prefix, and the API server wants that to be legal too
    name.startsWith('requests.') ||
    keyFault(`requests.${name}`) ||
    /(^|\.)kubernetes\.io\//.test(name);
  if (fault)
    check.refuse(
      name,
      'the name of an extended resource: a DNS name, a slash and a name',
      "write it as the device plugin announces it, for example 'example.com/npu'",
    );
}
