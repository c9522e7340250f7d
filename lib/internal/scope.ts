import { Chart } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import type { Checker } from './errors';

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

/** Refuses a place in the tree that is taken, or an id that is none; the scope was found to be a construct before. */
export function checkPlace(check: Checker, scope: Construct, id: string): void {
  if (typeof id !== 'string' || id === '')
    check.at('id').refuseType(id, 'the id of the construct, which also names its objects', 'give it one');
  else if (scope.node.tryFindChild(id))
    check.at('id').refuse(id, `an id that nothing else in ${scope.node.path || 'the app'} has`, 'choose another id');
}

/** Refuses a construct that makes objects where there is no chart to put them in. */
export function checkChart(check: Checker, scope: Construct): void {
  if (!scope.node.scopes.some(Chart.isChart))
    check
      .at('scope')
      .refuse(scope, 'a chart, or a construct in one', 'make an MlNamespace or a Chart, and place it there');
}

/** Makes what belongs to a construct; where that fails, nothing of the construct stays in the tree. */
export function allOrNothing<T>(construct: Construct, make: () => T): T {
  try {
    return make();
  } catch (error) {
    construct.node.scope?.node.tryRemoveChild(construct.node.id);
    throw error;
  }
}

/** The namespace of the nearest chart that has one: stock nested charts do not inherit it by themselves. */
export function namespaceOf(scope: IConstruct): string | undefined {
  for (let at: IConstruct | undefined = scope; at; at = at.node.scope) {
    if (Chart.isChart(at) && at.namespace) return at.namespace;
  }
  return undefined;
}
