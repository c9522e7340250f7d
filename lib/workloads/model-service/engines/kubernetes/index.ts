import { objectsAroundPods, objectsBeforePods } from '../../objects';
import type { ServingEngineDefinition } from '../definition';
import { deploymentObject } from './deployment';

/** Plain Kubernetes: a Deployment, and what belongs to it. Needs no custom resource unless a prop asks for one. */
export const kubernetes: ServingEngineDefinition = {
  id: 'kubernetes',
  title: 'plain Kubernetes',
  apis: () => [],
  can: {
    fixedReplicas: true,
    autoscaling: true,
    verticalAutoscaling: true,
    surge: true,
    recreate: true,
    nodePort: true,
    loadBalancer: true,
    ingress: true,
    httpRoute: true,
    access: true,
    disruption: true,
    spread: true,
    serviceMonitor: true,
    podMonitor: true,
    download: true,
    initContainers: true,
    sidecars: true,
    cache: true,
    probes: true,
    drain: true,
  },
  scaleTarget: ({ deployment }) => ({ apiVersion: 'apps/v1', kind: 'Deployment', name: deployment }),
  revisionLabel: 'pod-template-hash',
  objects: (plan) => [...objectsBeforePods(plan), deploymentObject(plan), ...objectsAroundPods(plan)],
};
