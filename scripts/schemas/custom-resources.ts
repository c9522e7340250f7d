import { customKeys, isNeeded } from './keys';
import { CUSTOM } from './kinds';
import type { KubernetesTypes } from './kubernetes';
import { isMetadata, isRequired, type RawSchema, scalar, type Types, written } from './model';
import type { Signatures } from './signatures';

/** A CustomResourceDefinition. */
export interface Crd {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly name: string;
      readonly served: boolean;
      readonly storage: boolean;
      readonly schema: { readonly openAPIV3Schema: RawSchema };
    }[];
  };
}

/** The types of custom resources. Objects in them are named by their path; those of the same fields share one type. */
export class CustomTypes {
  /** By generated file, which is the API group. */
  readonly files = new Map<string, Types>();
  private readonly names = new Map<string, string>();

  constructor(
    crds: readonly Crd[],
    private readonly kubernetes: KubernetesTypes,
    private readonly signatures: Signatures,
  ) {
    for (const { spec } of crds) {
      const served = spec.versions.filter((version) => version.served);
      // what is stored first: the others are often the same
      for (const { name, schema } of served.sort((a, b) => Number(b.storage) - Number(a.storage)))
        if (CUSTOM[spec.group]?.includes(spec.names.kind))
          this.addKind(spec.group, `${name}.${spec.names.kind}`, schema.openAPIV3Schema);
    }
  }

  private addKind(group: string, type: string, schema: RawSchema): void {
    const { status, metadata: _, ...properties } = schema.properties ?? {};
    const own = { ...schema, properties: { ...properties, apiVersion: TEXT, kind: TEXT } };
    const fields = [...this.fieldsOf(own, group, type), 'metadata:meta/v1.ObjectMeta', ...(status ? ['status:*'] : [])];
    const name = this.add(group, type, fields.sort());
    if (name !== type) this.files.get(group)!.set(type, `=${name}`);
  }

  /** The name of the type that has these fields: an older one where there is one. */
  private add(group: string, path: string, fields: readonly string[]): string {
    const key = `${group} ${fields.join(' ')}`;
    const before = this.names.get(key);
    if (before !== undefined) return before;
    this.names.set(key, path);
    if (!this.files.has(group)) this.files.set(group, new Map());
    this.files.get(group)!.set(path, fields.map((field) => shortened(field, path)).join(' '));
    return path;
  }

  private fieldsOf(schema: RawSchema, group: string, path: string): string[] {
    const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => {
      const needed = isNeeded(`${group} ${path}.${name}`) ? '+' : '';
      const type = isMetadata(schema, name) ? 'meta/v1.ObjectMeta' : this.typeOf(field, group, path, name);
      return written(name, isRequired(schema, name) ? '!' : needed, type);
    });
    return (schema['x-kubernetes-preserve-unknown-fields'] ? [...fields, '*'] : fields).sort();
  }

  private typeOf(schema: RawSchema, group: string, parent: string, field: string): string {
    const path = `${parent}.${field}`;
    if (schema.$ref) return this.kubernetes.reference(schema.$ref.replace('#/definitions/', ''));
    const single = scalar(schema);
    if (single !== undefined) return single;
    if (schema.items) {
      const keys = customKeys(schema, `${group} ${path}`, field);
      return `[${this.typeOf(schema.items, group, parent, field)}${keys && `|${keys}`}`;
    }
    if (typeof schema.additionalProperties === 'object')
      return `{${this.typeOf(schema.additionalProperties, group, parent, field)}`;
    // no type of Kubernetes takes other fields
    const twin = schema['x-kubernetes-preserve-unknown-fields'] ? undefined : this.signatures.twinOf(schema);
    if (twin) return `${this.kubernetes.reference(twin.name)}#${twin.minor}`;
    return this.add(group, path, this.fieldsOf(schema, group, path));
  }
}

/** A type that is named like its owner and field is written as a dot. */
function shortened(field: string, owner: string): string {
  const [name] = field.split(/[!+:]/);
  const [head, keys] = field.split('|');
  const own = `${owner}.${name}`;
  if (!head.endsWith(own) || !/[:[{]$/.test(head.slice(0, -own.length))) return field;
  return `${head.slice(0, -own.length)}.${keys === undefined ? '' : `|${keys}`}`;
}

const TEXT: RawSchema = { type: 'string' };
