import { createHash } from 'node:crypto';
import { type Definitions, isMetadata, isRequired, type RawSchema, scalar } from './model';

/** A type of Kubernetes, as a minor has it. */
export interface Twin {
  readonly name: string;
  readonly minor: number;
}

/**
 * Finds types of Kubernetes by their fields: definitions of custom resources write out the pods and volumes in them, as
 * some minor of Kubernetes had them, without naming their type.
 */
export class Signatures {
  private readonly twins = new Map<string, Twin>();
  private readonly known = new Map<string, string>();
  private readonly ofSchemas = new WeakMap<RawSchema, string>();

  /**
   * @param definitions those of OpenAPI by minor, oldest first
   * @param names the types that may be found
   */
  constructor(
    private readonly definitions: ReadonlyMap<number, Definitions>,
    names: ReadonlySet<string>,
  ) {
    const isCore = (name: string) => Number(name.includes('.core.'));
    const sorted = [...names].sort((a, b) => isCore(b) - isCore(a) || (a < b ? -1 : 1));
    for (const minor of [...definitions.keys()].reverse())
      for (const name of sorted) {
        const schema = definitions.get(minor)![name];
        if (Object.keys(schema?.properties ?? {}).length < FEWEST) continue;
        const signature = this.of(schema, minor);
        if (!this.twins.has(signature)) this.twins.set(signature, { name, minor });
      }
  }

  /** The type of Kubernetes that an object of a custom resource has, in the newest minor in which it is the same. */
  twinOf(schema: RawSchema): Twin | undefined {
    return this.twins.get(this.of(schema));
  }

  /** Schemas contain each other: each is looked at once, in the minor that it is of. */
  private of(schema: RawSchema, minor?: number): string {
    let signature = this.ofSchemas.get(schema);
    if (signature === undefined) {
      signature = this.make(schema, minor);
      this.ofSchemas.set(schema, signature);
    }
    return signature;
  }

  private make(schema: RawSchema, minor?: number): string {
    if (schema.$ref) return this.ofDefinition(schema.$ref.replace('#/definitions/', ''), minor!);
    const single = scalar(schema);
    if (single !== undefined) return single;
    if (schema.items) return `[${this.of(schema.items, minor)}`;
    if (typeof schema.additionalProperties === 'object') return `{${this.of(schema.additionalProperties, minor)}`;
    const fields = Object.keys(schema.properties!)
      .sort()
      .map((name) => {
        const field = schema.properties![name];
        const isEmbedded = field.$ref?.endsWith('.ObjectMeta') || isMetadata(schema, name);
        return `${name}${isRequired(schema, name) ? '!' : ''}:${isEmbedded ? 'metadata' : this.of(field, minor)}`;
      });
    const open = schema['x-kubernetes-preserve-unknown-fields'] ? ['*'] : [];
    return createHash('sha256')
      .update([...fields, ...open].join(' '))
      .digest('hex');
  }

  private ofDefinition(name: string, minor: number): string {
    const key = `${minor} ${name}`;
    let signature = this.known.get(key);
    if (signature === undefined) {
      signature = name.endsWith('.Quantity') ? 'x' : this.of(this.definitions.get(minor)![name], minor);
      this.known.set(key, signature);
    }
    return signature;
  }
}

/** With one field alone, types are the same by chance. */
const FEWEST = 2;
