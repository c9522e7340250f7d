import { type App, type Chart, Yaml } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Checker } from '../internal/errors';
import { compare, isObject } from './compare';
import { matches } from './comparison';
import { failWith } from './failure';
import { objectsInFiles } from './files';
import { Matcher } from './matcher';
import { type KubernetesObject, objectsBelow, objectsOf } from './objects';
import { type FoundPod, podsIn } from './pods';
import { agreementsOf, type Compared, differencesOf, inventory, label, nearestObject } from './report';

/**
 * The Kubernetes objects of a chart, an app or a folder of YAML files, for lookups and assertions in tests.
 *
 * Methods whose names start with `has` are assertions: they throw if the assertion is false, and show the nearest object and
 * where it differs. The other methods return what they find. Write a kind as in the YAML, `Deployment`, or with its API version
 * where several APIs have a kind of that name, `apps/v1/Deployment`; `*` is every kind. A pattern describes the whole object
 * with literals and matchers (see `Match`).
 *
 * @example
 * const manifests = Manifests.fromApp(app);
 * manifests.has('Deployment', { spec: { replicas: 3 } });
 * manifests.hasNo('Secret');
 */
export class Manifests {
  /**
   * The objects of an app, each resolved once. Constructs are validated as at synth; the rules of `MlApp` are not run.
   *
   * @param app a cdk8s `App` or an `MlApp`
   */
  public static fromApp(app: App): Manifests {
    return new Manifests(objectsBelow(app));
  }

  /**
   * The objects of one chart and of the charts nested in it, and no others.
   *
   * @param chart any cdk8s chart, for example an `MlNamespace`
   */
  public static fromChart(chart: Chart): Manifests {
    return new Manifests(objectsBelow(chart));
  }

  /**
   * The objects that one construct made, for example a `ModelService`.
   *
   * @param construct any construct inside a chart
   */
  public static fromConstruct(construct: IConstruct): Manifests {
    return new Manifests(objectsBelow(construct));
  }

  /**
   * The objects of a YAML file, or of every `*.yaml` and `*.yml` file in a folder and the folders in it.
   *
   * @param path of the file or folder
   */
  public static fromFiles(path: string): Manifests {
    return new Manifests(objectsInFiles(path));
  }

  /**
   * Objects from anywhere else. Of a `List`, its items are taken.
   *
   * @param objects plain Kubernetes objects
   */
  public static fromObjects(objects: any[]): Manifests {
    return new Manifests(objectsOf(objects, 'Manifests.fromObjects'));
  }

  private constructor(private readonly objects: readonly KubernetesObject[]) {}

  /** Every object, in the order of the construct tree, or of the files. */
  public all(): any[] {
    return [...this.objects];
  }

  /** One line for each object, sorted: `Deployment ml-serving/churn-predictor`. */
  public list(): string[] {
    return this.objects.map(label).sort();
  }

  /** The objects as one YAML text, for snapshots. */
  public yaml(): string {
    return Yaml.stringify(...this.objects);
  }

  /**
   * The objects of one namespace only.
   *
   * @param namespace as in `metadata.namespace`
   */
  public inNamespace(namespace: string): Manifests {
    return new Manifests(this.objects.filter((object) => object.metadata?.namespace === namespace));
  }

  /**
   * How many objects of the kind there are.
   *
   * @param kind for example `Deployment`
   */
  public count(kind: string): number {
    return this.select(kind).length;
  }

  /**
   * The objects of the kind.
   *
   * @param kind for example `Deployment`
   */
  public ofKind(kind: string): any[] {
    return this.select(kind);
  }

  /**
   * The objects of the kind that match the pattern; an empty list if there are none.
   *
   * @param kind for example `Deployment`
   * @param pattern what the objects must be like
   */
  public find(kind: string, pattern: any): any[] {
    return this.compared(kind, pattern)
      .filter(matches)
      .map(({ object }) => object);
  }

  /**
   * The object of that kind and name. Fails if there is none, or if several namespaces have one.
   *
   * @param kind for example `Deployment`
   * @param name as in `metadata.name`
   */
  public get(kind: string, name: string): any {
    const named = this.select(kind).filter((object) => object.metadata?.name === name);
    if (named.length === 1) return named[0];
    if (named.length === 0) failWith(`no ${kind} is named ${name}`, this.inventoryOf(kind));
    return failWith(`${named.length} objects are ${kind} ${name}; choose with inNamespace`, inventory(named));
  }

  /**
   * The pod spec of a workload: of a Pod, of a template (Deployment, Job, CronJob), or inside a custom resource.
   * Fails if the object has no pods, or several kinds of them and no role is named.
   *
   * @param kind of the workload, for example `Deployment`
   * @param name of the workload
   * @param role of the pods, where the object has several kinds of them: `worker` of a JobSet or PyTorchJob, in any case
   */
  public podSpec(kind: string, name: string, role?: string): any {
    const pods = this.podsOf(kind, name, role);
    if (pods.length === 1) return pods[0].spec;
    if (pods.length === 0) failWith(`${kind} ${name} has no pods`);
    const roles = pods.map(({ name: role, path }) => `  ${role ? `${role}: ` : ''}${path}`);
    return failWith(`${kind} ${name} has ${pods.length} pods; name a role`, roles.join('\n'));
  }

  /**
   * A container or init container of a workload, by name.
   *
   * @param kind of the workload, for example `Deployment`
   * @param name of the workload
   * @param container the container's name
   * @param role of the pods, where the object has several kinds of them: `worker` of a JobSet or PyTorchJob, in any case
   */
  public container(kind: string, name: string, container: string, role?: string): any {
    const there = this.podsOf(kind, name, role).flatMap(({ containers }) => containers);
    const named = there.filter((candidate) => candidate.name === container);
    if (named.length === 1) return named[0].spec;
    const title = `${kind} ${name} has ${named.length === 0 ? 'no container' : `${named.length} containers`} ${container}`;
    return failWith(title, ['there are', ...there.map(({ path }) => `  ${path}`)].join('\n'));
  }

  /**
   * Asserts that an object of the kind matches the pattern.
   *
   * @param kind for example `Deployment`
   * @param pattern what the object must be like; any object by default
   */
  public has(kind: string, pattern?: any): void {
    const compared = this.compared(kind, pattern);
    if (compared.some(matches)) return;
    if (compared.length === 0) failWith(`there is no ${kind}`, this.inventoryOf(kind));
    failWith(`no ${kind} matches the pattern`, nearestObject(compared), this.inventoryOf(kind));
  }

  /**
   * Asserts that no object of the kind matches the pattern.
   *
   * @param kind for example `Secret`
   * @param pattern what no object may be like; any object by default
   */
  public hasNo(kind: string, pattern?: any): void {
    const found = this.compared(kind, pattern).filter(matches);
    if (found.length === 0) return;
    const blocks = found.map(({ object, agreed }) => `${label(object)}\n${agreementsOf(agreed)}`);
    failWith(`expected no ${kind} like this, got ${found.length}`, ...blocks);
  }

  /**
   * Asserts that every object of the kind matches the pattern, and that there is at least one.
   *
   * @param kind for example `Deployment`, or `*` for every kind
   * @param pattern what each object must be like
   */
  public hasEvery(kind: string, pattern: any): void {
    const compared = this.compared(kind, pattern);
    if (compared.length === 0) failWith(`there is no ${kind}`, this.inventoryOf(kind));
    const wrong = compared.filter((one) => !matches(one));
    if (wrong.length === 0) return;
    const blocks = wrong.slice(0, 5).map((one) => `${label(one.object)}\n${differencesOf(one)}`);
    failWith(`${wrong.length} of ${compared.length} ${kind} do not match the pattern`, ...blocks);
  }

  /**
   * Asserts how many objects of the kind there are.
   *
   * @param kind for example `Deployment`, or `*` for every kind
   * @param count how many there must be
   */
  public hasCount(kind: string, count: number): void {
    const there = this.count(kind);
    if (there !== count) failWith(`got ${there} ${kind}, expected ${count}`, this.inventoryOf(kind));
  }

  /** The pods of an object, of all roles or of one. Operators write the same role as `Worker` or `worker`. */
  private podsOf(kind: string, name: string, role: string | undefined): FoundPod[] {
    const pods = podsIn(this.get(kind, name));
    if (role === undefined) return pods;
    const ofRole = pods.filter((pod) => pod.name.toLowerCase() === role.toLowerCase());
    if (ofRole.length > 0) return ofRole;
    const roles = [...new Set(pods.map((pod) => pod.name).filter((one) => one !== ''))].join(', ');
    return failWith(
      `${kind} ${name} has no pods of the role ${role}`,
      roles ? `there are ${roles}` : 'its pods have no roles',
    );
  }

  private select(kind: string): KubernetesObject[] {
    const check = Checker.named('Manifests').at('kind');
    const fix = "write it as in the YAML: 'Deployment', or 'apps/v1/Deployment', or '*' for every kind";
    if (typeof kind !== 'string' || !/^(\*|(.+\/)?[A-Z][A-Za-z0-9]*)$/.test(kind)) check.refuse(kind, 'a kind', fix);
    check.done();
    return this.objects.filter(
      (object) => kind === '*' || object.kind === kind || `${object.apiVersion}/${object.kind}` === kind,
    );
  }

  private compared(kind: string, pattern: unknown = {}): Compared[] {
    const check = Checker.named('Manifests').at('pattern');
    if (!isObject(pattern) && !((pattern as unknown) instanceof Matcher))
      check.refuse(pattern, 'an object, or a matcher', "write { spec: { ... } }, as in the object's YAML");
    check.done();
    return this.select(kind).map((object) => ({ object, ...compare(pattern, object) }));
  }

  private inventoryOf(kind: string): string {
    const same = this.select(kind);
    return inventory(same.length > 0 ? same : this.objects);
  }
}
