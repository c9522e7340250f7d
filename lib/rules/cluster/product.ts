import type { Item } from './item';

/** An object that a controller makes of another one. */
export interface Product {
  readonly kind: string;
  readonly name: string;
  /** Undefined where the keys cannot be known. */
  readonly keys?: readonly string[];
  /** True where it appears in namespaces that the manifest does not name. */
  readonly anywhere?: boolean;
}

/** What controllers make of an object, by `group/Kind`. */
export type Products = Readonly<Record<string, (item: Item) => readonly Product[]>>;

/** Products of one kind; none where a name is missing. */
export function productsNamed(kind: string, ...names: readonly (string | undefined)[]): Product[] {
  return names.flatMap((name) => (name ? [{ kind, name }] : []));
}
