import { groupOf, isClusterScoped } from '../../internal/cluster-scoped';
import { type Expectations, NO_EXPECTATIONS, parseExpects } from '../../internal/expects';
import { isRecord, type Json, list, own, record, text } from '../../internal/json';
import { EXPECTS_ANNOTATION } from '../../internal/labels';
import { type Waiver, waiversIn } from './waivers';

/** One parsed Kubernetes object and the place it came from: a construct path, or file#index. */
export interface LocatedManifest {
  readonly manifest: Record<string, any>;
  readonly where: string;
}

/** What objects of one API version and kind have in common. */
export interface ObjectType {
  readonly apiVersion: string;
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** `group/Kind`. */
  readonly id: string;
  /** True for a kind that is known to have no namespace. */
  readonly isClusterScoped: boolean;
}

const types = new Map<string, Map<string, ObjectType>>();

/** The same object for the same type, so that thousands of objects share it. */
function typeOf(apiVersion: string, kind: string): ObjectType {
  const ofVersion = types.get(apiVersion) ?? new Map<string, ObjectType>();
  if (ofVersion.size === 0) types.set(apiVersion, ofVersion);
  const known = ofVersion.get(kind);
  if (known) return known;
  const group = groupOf(apiVersion);
  const type = { apiVersion, group, kind, id: `${group}/${kind}`, isClusterScoped: isClusterScoped(group, kind) };
  ofVersion.set(kind, type);
  return type;
}

const RELEASED: Json = Object.freeze({});

/**
 * One object of the manifests. What it is called stays; its content is there while the object itself is checked, and is
 * released then: of thousands of objects, the index keeps only what rules compare.
 */
export class Item {
  readonly type: ObjectType;
  readonly name: string;
  /** Empty for objects of the cluster, and where the manifest leaves it to `kubectl -n`. */
  readonly namespace: string;
  readonly waivers: readonly Waiver[];
  readonly expectations: Expectations;
  /** The content of the object, `{}` once it is released; so are the three parts of it. */
  manifest: Json;
  labels: Json;
  annotations: Json;
  spec: Json;

  constructor(
    value: unknown,
    readonly where: string,
    /** Position among all objects: findings come in this order. */
    readonly order: number,
  ) {
    this.manifest = record(value);
    const metadata = record(own(this.manifest, 'metadata'));
    this.type = typeOf(text(own(this.manifest, 'apiVersion')) ?? '', text(own(this.manifest, 'kind')) ?? '');
    this.name = text(own(metadata, 'name')) ?? '';
    this.namespace = this.type.isClusterScoped ? '' : (text(own(metadata, 'namespace')) ?? '');
    this.labels = record(own(metadata, 'labels'));
    this.annotations = record(own(metadata, 'annotations'));
    this.spec = record(own(this.manifest, 'spec'));
    this.waivers = waiversIn(this.annotations);
    const expects = own(this.annotations, EXPECTS_ANNOTATION);
    this.expectations = typeof expects === 'string' ? parseExpects(expects) : NO_EXPECTATIONS;
  }

  get apiVersion(): string {
    return this.type.apiVersion;
  }

  /** Empty for the core group. */
  get group(): string {
    return this.type.group;
  }

  get kind(): string {
    return this.type.kind;
  }

  /** `Deployment ml-serving/churn`. */
  get title(): string {
    return `${this.kind || '(no kind)'} ${this.namespace ? `${this.namespace}/` : ''}${this.name || '(no name)'}`;
  }

  /** Forgets the content, except for `spec` where it is given. */
  release(spec: Json = RELEASED): void {
    this.manifest = RELEASED;
    this.labels = RELEASED;
    this.annotations = RELEASED;
    this.spec = spec;
  }
}

/** The objects of a manifest: itself, or those inside of a `List` (`ConfigMapList`, ...), which kubectl takes apart. */
export function membersOf({ manifest, where }: LocatedManifest): readonly LocatedManifest[] {
  // an empty document
  if (manifest === null || manifest === undefined) return [];
  const kind = isRecord(manifest) ? text(own(manifest, 'kind')) : undefined;
  const members = kind?.endsWith('List') ? own(manifest, 'items') : undefined;
  if (!Array.isArray(members)) return [{ manifest, where }];
  return members.map((member, i) => ({ manifest: member, where: `${where}[${i}]` }));
}

/** An annotation's text; anything else there is left to the rule on annotations. */
export function annotation(item: Item, key: string): string | undefined {
  return text(own(item.annotations, key));
}

/** Strings of a list, everything else left out. */
export function texts(value: unknown): string[] {
  return list(value).filter((v): v is string => typeof v === 'string');
}
