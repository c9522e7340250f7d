import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';

/**
 * What constructs further up the tree say to those below (the environment, the guard rails of a namespace),
 * without a door in the public API and without an import from the lower room to the higher one.
 */
export class ScopeKey<T> {
  private readonly symbol: symbol;

  constructor(name: string) {
    // registered symbols, so that two copies of the library in one tree understand each other
    this.symbol = Symbol.for(`cdk8s-ml.${name}`);
  }

  /** Says `value` to everything at and below `scope`. */
  set(scope: IConstruct, value: T): void {
    Object.defineProperty(scope, this.symbol, { value, enumerable: false, configurable: true });
  }

  /** What the nearest construct at or above `scope` said. */
  get(scope: IConstruct): T | undefined {
    for (let at: IConstruct | undefined = scope; at; at = at.node.scope) {
      if (this.symbol in at) return (at as unknown as Record<symbol, T>)[this.symbol];
    }
    return undefined;
  }
}

/** The namespace of the nearest chart that has one: stock nested charts do not inherit it by themselves. */
export function namespaceOf(scope: IConstruct): string | undefined {
  for (let at: IConstruct | undefined = scope; at; at = at.node.scope) {
    if (Chart.isChart(at) && at.namespace) return at.namespace;
  }
  return undefined;
}
