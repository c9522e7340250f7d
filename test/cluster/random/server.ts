import { App } from 'cdk8s';
import { runRules } from '../../../lib/rules/run';
import { GUARD_RAILS } from '../../../lib/values/guard-rails';
import { asksForLess } from '../../support/arbitrary-recipes';
import { makePlace, type Place, type RandomSet } from '../../support/random-constructs';
import { tryOut } from '../../support/random-trial';
import type { Manifest } from '../plane/api';
import type { ControlPlane } from '../plane/control-plane';
import { refusedPod, refusedPods } from '../support/acceptance';
import { type PodTemplate, podTemplatesOf, rewrittenFields, wholePodsOf } from '../support/manifests';
import { applyObject, inParallel, type Paths } from '../support/server-side';
import { objectsOf } from '../support/synth';

const RESTRICTED = { 'pod-security.kubernetes.io/enforce': 'restricted' };

/** What synth makes of a set: objects, or a refusal, of which something may be wrong itself. */
export interface Synth {
  readonly accepted: boolean;
  readonly faults: readonly string[];
  /** Of the construct alone; those of its place are on the server already. */
  readonly objects: readonly Manifest[];
}

/** Tries a set as an app would: the constructs themselves, and then the rules that an MlApp runs. */
export function synthOf(set: RandomSet, id: string, placeId: string): Synth {
  const app = new App({ outdir: 'unused' });
  const { error, faults, charts } = tryOut(app, set, id, placeId);
  if (error !== undefined) return { accepted: false, faults, objects: [] };
  const all = charts.flatMap(objectsOf);
  const minor = set.target.minor;
  const findings = runRules(
    all.map((manifest) => ({ manifest, where: id })),
    { minor },
  );
  const errors = findings.filter(({ severity, waived }) => severity === 'error' && waived === undefined);
  const known = set.construct.within === 'app' ? new Set<string>() : namesIn(set.place, placeId);
  const objects = all.filter((object) => !known.has(nameOf(object)));
  return { accepted: errors.length === 0, faults, objects };
}

const placed = new Map<string, Set<string>>();

/** Names of the objects of a place; many sets share one. */
function namesIn(place: Place, id: string): Set<string> {
  const known = placed.get(id) ?? new Set(objectsOf(makePlace(new App({ outdir: 'unused' }), id, place)).map(nameOf));
  placed.set(id, known);
  return known;
}

export function nameOf({ kind, metadata }: Manifest): string {
  return `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
}

/** The name of the namespace that a place is, or will be. */
export function namespaceOf(place: Place, id: string): string {
  return makePlace(new App({ outdir: 'unused' }), id, place).namespace ?? id;
}

/** A place as it is on the cluster: made of our manifests, or as its owner would have made it. */
export function placeOnServer(place: Place, id: string): Manifest[] {
  const chart = makePlace(new App({ outdir: 'unused' }), id, place);
  if (place.kind === 'owned') return objectsOf(chart);
  const rails = GUARD_RAILS.get(chart);
  const namespace = rails?.namespace ?? id;
  const labels = rails ? { 'pod-security.kubernetes.io/enforce': rails.podSecurity } : RESTRICTED;
  const { quota, containers } = rails ?? {};
  const object = (apiVersion: string, kind: string, name: string, spec: object) => ({
    apiVersion,
    kind,
    metadata: { name, namespace },
    spec,
  });
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels } },
    ...(quota && Object.keys(quota).length > 0 ? [object('v1', 'ResourceQuota', 'quota', { hard: quota })] : []),
    ...(containers ? [object('v1', 'LimitRange', 'limits', { limits: [{ type: 'Container', ...containers }] })] : []),
  ];
}

/** A server on which random sets are tried. */
export class RandomServer {
  private readonly accounts = new Set<string>();

  constructor(
    private readonly plane: ControlPlane,
    private readonly paths: Paths,
  ) {}

  /** What others would have made, for real; the server may rewrite it. */
  async makeTheirs(objects: readonly Manifest[]): Promise<string[]> {
    const answers = await inParallel([...objects], 1, (object) =>
      applyObject(this.plane.api, this.paths, object, false),
    );
    await this.startQuotas(objects);
    return answers.flatMap(({ problems }) => problems);
  }

  /** Applies for real, in order; refusals, warnings, and fields that the server rewrites. */
  async make(objects: readonly Manifest[]): Promise<string[]> {
    const problems: string[] = [];
    for (const object of objects) problems.push(...(await this.apply(object, false)));
    await this.startQuotas(objects);
    return problems;
  }

  private async startQuotas(objects: readonly Manifest[]): Promise<void> {
    await refusedPods(
      this.plane,
      objects.filter(({ kind }) => kind === 'ResourceQuota'),
    );
  }

  /** What the server has against the objects of a set, and against their pods. Only accounts are made for real. */
  async problemsOf(set: RandomSet, objects: readonly Manifest[]): Promise<string[]> {
    const problems: string[] = [];
    for (const object of await this.paths.served([...objects]))
      problems.push(...(await this.apply(object, object.kind !== 'ServiceAccount')));
    // with no replicas there is no pod that a quota could have no room for
    const running = objects.filter(({ kind, spec }) => kind !== 'Deployment' || spec.replicas !== 0);
    for (const template of running.flatMap(wholePodsOf)) problems.push(...(await this.podProblems(template)));
    return problems.filter((problem) => !isWanted(problem, set));
  }

  /** A pod that says nothing of resources, in a namespace that is to have defaults where they are needed. */
  async plainPodProblems(namespace: string): Promise<string[]> {
    const securityContext = { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } };
    const container = {
      name: 'plain',
      image: 'registry.test/plain:1',
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    };
    const spec = {
      serviceAccountName: 'plain',
      automountServiceAccountToken: false,
      securityContext,
      containers: [container],
    };
    const problems = await this.podProblems({ origin: 'a plain pod', namespace, metadata: {}, spec });
    // a quota that is too small for any pod is what its owner asked for
    return problems.filter((problem) => !problem.includes('exceeded quota'));
  }

  private async podProblems(template: PodTemplate): Promise<string[]> {
    await this.makeAccount(template.namespace, template.spec.serviceAccountName);
    return refusedPod(this.plane.api, template);
  }

  /** An account that others are said to have made: pods are refused without it. */
  private async makeAccount(namespace: string, name: string | undefined): Promise<void> {
    if (name === undefined || this.accounts.has(`${namespace}/${name}`)) return;
    this.accounts.add(`${namespace}/${name}`);
    const path = `/api/v1/namespaces/${namespace}/serviceaccounts`;
    const body = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } };
    await this.plane.api.request('POST', path, { body });
  }

  private async apply(object: Manifest, dryRun: boolean): Promise<string[]> {
    const { problems, live } = await applyObject(this.plane.api, this.paths, object, dryRun);
    const rewritten = live ? rewrittenFields(object, live) : [];
    return [...problems, ...rewritten.map((each) => `${object.kind}/${object.metadata.name} ${each}`)];
  }
}

/** Classes that pods name and somebody else makes; admission refuses the pods otherwise. */
export function classesOf(objects: readonly Manifest[]): Manifest[] {
  const specs = objects.flatMap(podTemplatesOf).map(({ spec }) => spec);
  const names = (field: string) => [...new Set(specs.map((spec) => spec[field]).filter(Boolean))];
  return [
    ...names('priorityClassName').map((name) => ({
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name },
      value: 1000,
    })),
    ...names('runtimeClassName').map((name) => ({
      apiVersion: 'node.k8s.io/v1',
      kind: 'RuntimeClass',
      metadata: { name },
      handler: 'runc',
    })),
  ];
}

/** Who asks for less than "restricted" is warned of it, or, where the library cannot know the namespace, refused. */
function isWanted(problem: string, { place, props }: RandomSet): boolean {
  const relaxed = asksForLess(props);
  const refused = /violates PodSecurity/.test(problem) && place.kind === 'stock';
  return relaxed && (refused || /would violate PodSecurity/.test(problem));
}
