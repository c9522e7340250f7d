import { own } from '../../internal/json';
import type { Rule } from '../rule';

export const illegalRestartPolicy: Rule = {
  id: 'illegal-restart-policy',
  severity: 'error',
  title: "A workload's pods have a restartPolicy that its kind does not allow",
  why: 'The API server refuses it: a Deployment restarts its containers always, a Job never does (which is not the default).',
  fix: 'Set restartPolicy to Never or OnFailure for a Job or CronJob, and leave it out everywhere else.',
  good: `
apiVersion: batch/v1
kind: Job
metadata: {name: train, namespace: ml}
spec: {template: {spec: {restartPolicy: Never, containers: [{name: train, image: "registry.example/train:1.0"}]}}}
`,
  bad: `
apiVersion: batch/v1
kind: Job
metadata: {name: train, namespace: ml}
spec: {template: {spec: {containers: [{name: train, image: "registry.example/train:1.0"}]}}}
`,
  *check(cluster) {
    for (const { item, set, spec } of cluster.pods) {
      const got = own(spec, 'restartPolicy');
      const allowed =
        item.group === 'batch'
          ? ['Never', 'OnFailure']
          : item.group === 'apps'
            ? ['Always', undefined, null]
            : undefined;
      if (!allowed || allowed.includes(got as string)) continue;
      yield {
        item,
        prop: `${set.specPath}.restartPolicy`,
        got,
        expected: item.group === 'batch' ? "'Never' or 'OnFailure'" : "'Always', which is the default",
        fix:
          item.group === 'batch'
            ? `set restartPolicy of ${item.title}; Never keeps the pods of failed attempts, with their logs`
            : `remove restartPolicy from ${item.title}`,
      };
    }
  },
};
