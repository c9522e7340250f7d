import { own } from '../../internal/json';
import type { Rule } from '../rule';

const POLICIES = ['Always', 'OnFailure', 'Never'];

export const invalidRestartPolicy: Rule = {
  id: 'invalid-restart-policy',
  severity: 'error',
  title: "The restartPolicy of a workload's pods is not allowed for its kind",
  why: 'The API server refuses it: a Deployment always restarts its containers, a Job never does (the default is to restart).',
  fix: 'Set restartPolicy to Never or OnFailure for a Job or CronJob, and leave it out for other workloads.',
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
  pods({ item, set, spec }, report) {
    const got = own(spec, 'restartPolicy');
    // a value that no kind takes is reported by another rule
    if (typeof got === 'string' && !POLICIES.includes(got)) return;
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

function isAlwaysOnly(group: string): boolean {
  return group === 'apps';
}

function isAlways(policy: unknown): boolean {
  return policy === undefined || policy === null || policy === 'Always';
}
