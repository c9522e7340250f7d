import { dig } from '../json';
import { counted, podsOfJob } from './counts';
import type { PodKinds } from './pod-set';

const WITH_SELECTOR = { path: 'spec.template', selector: 'spec.selector' };

/** Kubernetes' own kinds. */
export const BUILT_IN_PODS: PodKinds = {
  '/Pod': [{ path: '', name: '' }],
  '/PodTemplate': [{ path: 'template', name: '', reusable: true }],
  '/ReplicationController': [{ path: 'spec.template', name: '', count: counted('spec.replicas') }],
  'apps/Deployment': [{ ...WITH_SELECTOR, name: '', count: counted('spec.replicas') }],
  'apps/ReplicaSet': [{ ...WITH_SELECTOR, name: '', count: counted('spec.replicas') }],
  'apps/StatefulSet': [{ ...WITH_SELECTOR, name: '', count: counted('spec.replicas') }],
  'apps/DaemonSet': [{ ...WITH_SELECTOR, name: '', perNode: true }],
  'batch/Job': [{ path: 'spec.template', name: '', count: (job) => podsOfJob(job.spec) }],
  'batch/CronJob': [
    {
      path: 'spec.jobTemplate.spec.template',
      name: '',
      count: (cronJob) => podsOfJob(dig(cronJob, 'spec.jobTemplate.spec')),
    },
  ],
};
