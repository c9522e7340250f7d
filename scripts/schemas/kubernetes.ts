import { declaredKeys, isNeeded } from './keys';
import { KUBERNETES } from './kinds';
import { type Definitions, isRequired, type RawSchema, scalar, type Types, written } from './model';

/** Types that JSON writes as a single value, or of which anything is taken. */
const SPECIAL: Readonly<Record<string, string>> = { Quantity: 'x', IntOrString: 'x', RawExtension: '*', FieldsV1: '*' };

/** One way in which a field is, and the minors in which it is so. */
interface Variant {
  readonly type: string;
  readonly marks: string;
  readonly since: number;
  readonly until: number;
}

/** The types of Kubernetes itself, by generated file: the API group, `core` for the one without a name, or `meta`. */
export class KubernetesTypes {
  readonly files = new Map<string, Types>();
  /** The definitions that the files hold, as OpenAPI names them. */
  readonly names = new Set<string>();
  private readonly groups = new Map(
    Object.keys(KUBERNETES).map((group) => [
      group === '' ? 'core' : group.split('.')[0],
      group === '' ? 'core' : group,
    ]),
  );

  /** @param definitions those of OpenAPI by minor, oldest first */
  constructor(private readonly definitions: ReadonlyMap<number, Definitions>) {
    const roots = [...definitions.values()].flatMap((all) => Object.keys(all).filter((name) => isRoot(all[name])));
    for (const name of new Set(roots)) this.add(name);
  }

  /** How the definition is named from a type of the file and version; `Pod`, `v1.Pod` or `core/v1.Pod`. */
  reference(name: string, from?: { file: string; version: string }): string {
    const { file, version, type } = this.address(name);
    if (from?.file !== file) return `${file}/${version}.${type}`;
    return from.version === version ? type : `${version}.${type}`;
  }

  private address(name: string): { file: string; version: string; type: string } {
    const [folder, version, type] = name.split('.').slice(-3);
    return { file: this.groups.get(folder) ?? folder, version, type };
  }

  private add(name: string): void {
    if (this.names.has(name)) return;
    this.names.add(name);
    const { file, version, type } = this.address(name);
    if (!this.files.has(file)) this.files.set(file, new Map());
    this.files.get(file)!.set(`${version}.${type}`, this.fieldsOf(name));
  }

  private fieldsOf(name: string): string {
    const schemas = [...this.definitions].flatMap(([minor, all]) => (all[name] ? [{ minor, schema: all[name] }] : []));
    const fields = [...new Set(schemas.flatMap(({ schema }) => Object.keys(schema.properties ?? {})))].sort();
    return fields
      .flatMap((field) => {
        const variants: Variant[] = [];
        for (const { minor, schema } of schemas) {
          if (schema.properties?.[field] === undefined) continue;
          const type = this.fieldType(name, field, schema, minor);
          const marks = this.marksOf(name, field, schema);
          const last = variants.at(-1);
          const isSame = last?.type === type && last.marks === marks && last.until === minor - 1;
          if (isSame) variants[variants.length - 1] = { ...last, until: minor };
          else variants.push({ type, marks, since: minor, until: minor });
        }
        return variants.map(({ type, marks, since, until }) => written(field, marks, type, this.range(since, until)));
      })
      .join(' ');
  }

  /** What the status says, the controllers write. */
  private fieldType(name: string, field: string, schema: RawSchema, minor: number): string {
    return field === 'status' && isKind(schema) ? '*' : this.typeOf(schema.properties![field], minor, name);
  }

  private marksOf(name: string, field: string, schema: RawSchema): string {
    const { file, version, type } = this.address(name);
    if (isRequired(schema, field)) return '!';
    return isNeeded(`${file} ${version}.${type}.${field}`) ? '+' : '';
  }

  private typeOf(schema: RawSchema, minor: number, from: string): string {
    if (schema.$ref) return this.referredType(schema.$ref.replace('#/definitions/', ''), minor, from);
    if (schema.items) {
      const keys = declaredKeys(schema, this.resolved(schema.items, minor));
      return `[${this.typeOf(schema.items, minor, from)}${keys && `|${keys}`}`;
    }
    if (typeof schema.additionalProperties === 'object')
      return `{${this.typeOf(schema.additionalProperties, minor, from)}`;
    return scalar(schema)!;
  }

  private resolved(schema: RawSchema, minor: number): RawSchema {
    return schema.$ref ? this.definitions.get(minor)![schema.$ref.replace('#/definitions/', '')] : schema;
  }

  private referredType(name: string, minor: number, from: string): string {
    const { type } = this.address(name);
    const definition = this.definitions.get(minor)![name];
    if (type in SPECIAL) return SPECIAL[type];
    const single = scalar(definition);
    if (single !== undefined) return single;
    this.add(name);
    return this.reference(name, this.address(from));
  }

  private range(since: number, until: number): string {
    const minors = [...this.definitions.keys()];
    const first = since === minors[0] ? '' : String(since);
    const last = until === minors.at(-1) ? '' : `-${until}`;
    return first || last ? `@${first}${last}` : '';
  }
}

function isRoot(schema: RawSchema): boolean {
  return (schema['x-kubernetes-group-version-kind'] ?? []).some(({ group, kind }) => KUBERNETES[group]?.includes(kind));
}

function isKind(schema: RawSchema): boolean {
  return schema['x-kubernetes-group-version-kind'] !== undefined;
}
