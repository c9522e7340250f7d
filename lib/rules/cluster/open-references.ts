import type { Provided, ProvidedObjects } from './provided';
import type { Reference } from './references';

/** A reference to an object that nothing provides, or to a key that the object does not have. */
export interface MissingReference extends Reference {
  /** The keys of the object, where it is the key that is missing. */
  readonly keys?: readonly string[];
}

/** The references whose objects have not been seen yet. Most are provided before they are referred to, and are not kept. */
export class OpenReferences {
  private open: Reference[] = [];
  private found: readonly MissingReference[] | undefined;

  constructor(private readonly provided: ProvidedObjects) {}

  add(references: readonly Reference[]): void {
    for (const reference of references) {
      const { item, kind, name } = reference;
      const provided = this.provided.findNamed(kind, item.namespace, name, item);
      if (missingFrom(reference, provided)) this.open.push(reference);
    }
  }

  /** Those that are still missing when all objects are there. */
  missing(): readonly MissingReference[] {
    if (!this.found) {
      this.found = this.open.flatMap((reference) => {
        const { item, kind, name } = reference;
        return missingFrom(reference, this.provided.find(kind, item.namespace, name, item)) ?? [];
      });
      this.open = [];
    }
    return this.found;
  }
}

function missingFrom(reference: Reference, provided: Provided | undefined): MissingReference | undefined {
  if (!provided) return reference;
  if (reference.key === undefined || !provided.keys || provided.keys.includes(reference.key)) return undefined;
  return { ...reference, keys: provided.keys };
}
