import { count, dig, entries, own, record } from '../../internal/json';
import { SPOT_NODES, type SpotNodes } from '../../internal/spot';
import { texts } from '../cluster/item';
import { runsToCompletion } from '../cluster/runs';
import type { Rule } from '../rule';

/** What a grace period may be longer than the notice, since it is a bound and no promise: Kubernetes' own default. */
const MARGIN = 30;

export const graceExceedsSpotNotice: Rule = {
  id: 'grace-exceeds-spot-notice',
  severity: 'warning',
  title: 'A run on spot nodes has more time to end than the cloud gives',
  why: 'When the cloud takes the node back, the pod is killed after the notice, whatever its grace period: a checkpoint that takes longer is lost or incomplete.',
  fix: 'Save checkpoints periodically, each in less than the notice, or use nodes that are not spot.',
  good: `
apiVersion: batch/v1
kind: Job
metadata: {name: train, namespace: ml}
spec:
  template:
    spec:
      restartPolicy: Never
      terminationGracePeriodSeconds: 120
      nodeSelector: {karpenter.sh/capacity-type: spot}
      containers: [{name: train, image: "registry.example/train:1.0"}]
`,
  bad: `
apiVersion: batch/v1
kind: Job
metadata: {name: train, namespace: ml}
spec:
  template:
    spec:
      restartPolicy: Never
      terminationGracePeriodSeconds: 600
      nodeSelector: {karpenter.sh/capacity-type: spot}
      containers: [{name: train, image: "registry.example/train:1.0"}]
`,
  pods({ item, set, spec }, report) {
    if (!runsToCompletion(item.type)) return;
    const grace = count(own(spec, 'terminationGracePeriodSeconds'));
    const spot = grace === undefined ? undefined : spotNodesOf(spec);
    if (grace === undefined || spot === undefined || grace <= spot.noticeSeconds + MARGIN) return;
    report({
      item,
      prop: `${set.specPath}.terminationGracePeriodSeconds`,
      got: grace,
      expected: `about ${spot.noticeSeconds} s at most, the notice of nodes with ${spot.label}: ${spot.value}`,
      fix: `have ${item.title} save periodically, or choose nodes that are not spot`,
    });
  },
};

/** The spot nodes that the pods are limited to. */
function spotNodesOf(spec: unknown): SpotNodes | undefined {
  const selector = record(own(spec, 'nodeSelector'));
  const terms = entries(
    dig(spec, 'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms'),
    '',
  );
  return Object.values(SPOT_NODES).find(
    ({ label, value }) =>
      own(selector, label) === value ||
      (terms.length > 0 && terms.every(({ value: term }) => requires(term, label, value))),
  );
}

function requires(term: unknown, label: string, value: string): boolean {
  return entries(own(term, 'matchExpressions'), '').some(({ value: expression }) => {
    const values = texts(own(expression, 'values'));
    return own(expression, 'key') === label && own(expression, 'operator') === 'In' && values.join() === value;
  });
}
