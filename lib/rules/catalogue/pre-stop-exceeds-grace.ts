import { count, dig, own } from '../../internal/json';
import { texts } from '../cluster/item';
import type { Rule } from '../rule';

export const preStopExceedsGrace: Rule = {
  id: 'pre-stop-exceeds-grace',
  severity: 'error',
  title: 'The preStop hook sleeps as long as the grace period of the pod, or longer',
  why: 'The grace period starts with the hook: the server is killed before it can finish a request.',
  fix: 'Set terminationGracePeriodSeconds to more than the sleep and the longest request together.',
  good: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  terminationGracePeriodSeconds: 60
  containers:
    - {name: api, image: "registry.example/scorer:1.0", lifecycle: {preStop: {sleep: {seconds: 15}}}}
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - {name: api, image: "registry.example/scorer:1.0", lifecycle: {preStop: {sleep: {seconds: 30}}}}
`,
  pods({ item, spec, set, containers }, report) {
    // Kubernetes' default
    const grace = count(own(spec, 'terminationGracePeriodSeconds')) ?? 30;
    for (const container of containers) {
      const slept = sleepSeconds(dig(container.spec, 'lifecycle.preStop'));
      if (slept === undefined || slept === 0 || slept < grace) continue;
      report({
        item,
        prop: `${set.specPath}.terminationGracePeriodSeconds`,
        got: grace,
        expected: `more than the ${slept} s that the preStop hook of ${container.name} sleeps`,
        fix: `raise terminationGracePeriodSeconds of ${item.title}, or shorten the sleep`,
      });
    }
  },
};

/** How long a hook sleeps, where it does nothing else. */
function sleepSeconds(hook: unknown): number | undefined {
  if (hook === undefined) return undefined;
  const seconds = count(dig(hook, 'sleep.seconds'));
  if (seconds !== undefined) return seconds;
  const command = texts(dig(hook, 'exec.command')).join(' ');
  const slept = /^(?:(?:\/bin\/|\/usr\/bin\/)?(?:sh|bash) -c )?(?:\/bin\/)?sleep (\d+)s?$/.exec(command)?.[1];
  return slept === undefined ? undefined : Number(slept);
}
