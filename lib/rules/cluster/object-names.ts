import type { Item } from './item';

/** All objects by kind, namespace and name. */
export class ObjectNames {
  /** By kind, then by `namespace/name`; several where APIs have a kind of the same name. */
  private readonly byKind = new Map<string, Map<string, Item | Item[]>>();
  private readonly byName = new Map<string, Map<string, Item[]>>();

  /** Adds the object; returns the one of the same kind and name that was there before. */
  add(item: Item): Item | undefined {
    const names = this.namesOf(item.kind);
    const key = `${item.namespace}/${item.name}`;
    const known = names.get(key);
    if (known === undefined) names.set(key, item);
    else {
      const all = Array.isArray(known) ? known : [known];
      const same = all.find(({ group }) => group === item.group);
      if (same) return same;
      names.set(key, [...all, item]);
    }
    return undefined;
  }

  find(kind: string, namespace: string, name: string): readonly Item[] {
    const found = this.byKind.get(kind)?.get(`${namespace}/${name}`);
    return found === undefined ? [] : Array.isArray(found) ? found : [found];
  }

  /** The objects of that kind and name in whatever namespace. Of use once all objects are there. */
  findAnywhere(kind: string, name: string): readonly Item[] {
    let names = this.byName.get(kind);
    if (!names) {
      names = new Map();
      for (const item of [...(this.byKind.get(kind)?.values() ?? [])].flat()) {
        const same = names.get(item.name);
        if (same) same.push(item);
        else names.set(item.name, [item]);
      }
      this.byName.set(kind, names);
    }
    return names.get(name) ?? [];
  }

  private namesOf(kind: string): Map<string, Item | Item[]> {
    const known = this.byKind.get(kind);
    if (known) return known;
    const made = new Map<string, Item | Item[]>();
    this.byKind.set(kind, made);
    return made;
  }
}
