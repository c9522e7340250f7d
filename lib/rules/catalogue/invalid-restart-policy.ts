import { isRecord, list, own, record } from '../../internal/json';
import type { Pods } from '../cluster/pods';
import type { Rule } from '../rule';

const POLICIES = ['Always', 'OnFailure', 'Never'];

export const invalidRestartPolicy: Rule = {
  id: 'invalid-restart-policy',
  severity: 'error',
  title: "The restartPolicy of a workload's pods is not allowed for its kind",
  why: 'The API server refuses it: a Deployment always restarts its containers, a Job never does (the default is to restart). A podFailurePolicy needs pods that are never restarted in place.',
  fix: 'Set restartPolicy to Never or OnFailure for a Job or CronJob, to Never beside a podFailurePolicy, and leave it out for other workloads.',
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
  pods(pods, report) {
    const { item, set, spec } = pods;
    const got = own(spec, 'restartPolicy');
    // a value that no kind takes is reported by another rule
    if (typeof got === 'string' && !POLICIES.includes(got)) return;
    if (got === 'OnFailure' && hasFailurePolicy(pods)) {
      report({
        item,
        prop: `${set.specPath}.restartPolicy`,
        got,
        expected: "'Never', since the Job has a podFailurePolicy",
        fix: `set restartPolicy of ${item.title} to Never, or remove podFailurePolicy`,
      });
      return;
    }
    const runsToCompletion = item.group === 'batch';
    if (runsToCompletion ? got === 'Never' || got === 'OnFailure' : !isAlwaysOnly(item.group) || isAlways(got)) return;
    report({
      item,
      prop: `${set.specPath}.restartPolicy`,
      got,
      expected: runsToCompletion ? "'Never' or 'OnFailure'" : "'Always', which is the default",
      fix: runsToCompletion
        ? `set restartPolicy of ${item.title}; Never keeps the pods of failed attempts, with their logs`
        : `remove restartPolicy from ${item.title}`,
    });
  },
};

/** The Job that the template is in, for example that of a JobSet. */
function hasFailurePolicy({ item, set }: Pods): boolean {
  const job = set.keys
    .slice(0, -1)
    .reduce<unknown>((value, key) => record(value)[key] ?? list(value)[Number(key)], item.manifest);
  return isRecord(own(job, 'podFailurePolicy'));
}

function isAlwaysOnly(group: string): boolean {
  return group === 'apps';
}

function isAlways(policy: unknown): boolean {
  return policy === undefined || policy === null || policy === 'Always';
}
