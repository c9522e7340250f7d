import type { Sidecar } from '../../lib';
import { Checker } from '../../lib/internal/errors';
import type { Volume, VolumeMount } from '../../lib/internal/kubernetes';
import { PodStorage } from '../../lib/pod/storage';
import type { PlannedSidecar, SidecarContext } from '../../lib/traits/sidecar/plan';
import { addSidecars, decideSidecars } from '../../lib/workloads/shared/sidecars';
import { K133, problemsOf, type Wrong } from './support';

type Facts = Omit<SidecarContext, 'keepOldConfig'>;

export const FACTS: Facts = { workloadName: 'churn', target: K133, mainPorts: [8000] };

/** A sidecar in a pod that has nothing else: its container, and what it adds to the pod and to the main container. */
export interface InPod extends PlannedSidecar {
  readonly volumes: readonly Volume[];
  readonly mainMounts: readonly VolumeMount[];
  /** Names of the volumes of which it is known how much will be in them. */
  readonly sized: readonly string[];
}

/** Plans the sidecar as a workload does. */
export function planned(sidecar: Sidecar, facts: Facts = FACTS): InPod {
  const check = Checker.named('test');
  const { one, storage } = planIn(check, sidecar, facts);
  check.done();
  const { volumes, expected } = storage;
  return { ...one!, volumes, mainMounts: storage.of('main').list, sized: [...expected.keys()] };
}

/** What is refused of the sidecar, and where, below it. */
export function refused(sidecar: Sidecar, facts: Facts = FACTS) {
  return problemsOf((check) => planIn(check, sidecar, facts));
}

/** A row of a table of wrong sidecars, whose props are named below the sidecar. */
export function wrong(title: string, sidecar: Sidecar, prop: string, expected: RegExp, fix: RegExp): Wrong {
  return [title, (check) => planIn(check, sidecar, FACTS), `sidecars[0].${prop}`, expected, fix];
}

function planIn(check: Checker, sidecar: Sidecar, facts: Facts) {
  const storage = new PodStorage();
  const given = decideSidecars(check, { sidecars: [sidecar] }, facts);
  const [one] = addSidecars(given, 'main', { target: facts.target, storage });
  return { one, storage };
}
