import { join } from 'node:path';
import { pyTorch } from '../../apps/pytorch/main';
import { Manifests } from '../../lib';
import { podSetsOf } from '../../lib/internal/pods/pod-sets';
import { matchesSnapshots } from '../support/snapshots';

/** The object that has the pods, and the container of the program. */
const ENGINES = {
  kubernetes: { kind: 'Job', container: 'main' },
  jobset: { kind: 'JobSet', container: 'main' },
  trainer: { kind: 'TrainingRuntime', container: 'node' },
  'training-operator': { kind: 'PyTorchJob', container: 'pytorch' },
  volcano: { kind: 'Job', container: 'main' },
  kuberay: { kind: 'RayJob', container: 'ray' },
};

const manifests = Object.fromEntries(
  Object.keys(ENGINES).map((name) => [name, Manifests.fromFiles(join(__dirname, '../../dist/pytorch', name))]),
);

function nodes(name: keyof typeof ENGINES) {
  const [object] = manifests[name].ofKind(ENGINES[name].kind);
  const sets = podSetsOf(object);
  // KubeRay: the head and the submitter come in addition
  return sets.find((set) => set.count === 2 && !/head|submitter/i.test(set.name))!;
}

/** What the pods of a run ask for, apart from names that contain the run, and the environment of the rendezvous. */
function asked(name: keyof typeof ENGINES) {
  const { spec } = nodes(name).template as any;
  const main = spec.containers.find((one: any) => one.name === ENGINES[name].container);
  return {
    containers: spec.containers.length,
    image: main.image,
    resources: main.resources,
    mounts: main.volumeMounts.map(({ mountPath }: any) => mountPath).filter((path: string) => path !== '/etc/cdk8s-ml'),
    security: main.securityContext,
    pod: spec.securityContext,
    graceSeconds: spec.terminationGracePeriodSeconds,
    claims: spec.volumes.flatMap((volume: any) => volume.persistentVolumeClaim?.claimName ?? []),
    data: main.env.find((one: any) => one.name === 'DATA_DIR').value,
  };
}

describe('M22: one run on six engines', () => {
  test.each(Object.keys(ENGINES) as (keyof typeof ENGINES)[])(
    '%s asks for the same pods as plain Kubernetes',
    (name) => {
      expect(nodes(name).count).toBe(2);
      expect(asked(name)).toEqual(asked('kubernetes'));
    },
  );

  test.each(Object.keys(ENGINES) as (keyof typeof ENGINES)[])('%s runs the program', (name) => {
    const { spec } = nodes(name).template as any;
    const main = spec.containers.find((one: any) => one.name === ENGINES[name].container);
    if (name !== 'kuberay') expect(main.command).toEqual(['torchrun', 'train.py']);
    else {
      expect(main.command).toBeUndefined();
      expect(manifests.kuberay.ofKind('RayJob')[0].spec.entrypoint).toMatch(
        /--nodes 2 --processes 2 .* -- torchrun train.py$/,
      );
    }
  });

  test('the claim of the checkpoints is the same on all, and is kept', () => {
    for (const one of Object.values(manifests)) {
      const claim = one.get('PersistentVolumeClaim', 'digits-checkpoints');
      expect(claim.spec.resources.requests.storage).toBe('10Gi');
      expect(claim.spec.accessModes).toEqual(['ReadWriteMany']);
      expect(claim.metadata.annotations['argocd.argoproj.io/sync-options']).toBe('Prune=false,Delete=false');
    }
  });

  test('the pods of a run reach each other, and nobody else reaches them', () => {
    for (const [name, one] of Object.entries(manifests)) {
      const { ingress, podSelector } = one.find('NetworkPolicy', {
        metadata: { labels: { 'app.kubernetes.io/name': 'digits' } },
      })[0].spec;
      expect(ingress[0]).toEqual({ from: [{ podSelector }] });
      // the operator of KubeRay asks the head how the job is
      expect(ingress.length).toBe(name === 'kuberay' ? 2 : 1);
    }
  });
});

matchesSnapshots('pytorch', pyTorch);
