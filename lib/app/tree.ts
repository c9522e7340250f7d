import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** Stands for no chart, or no parent. */
export const NONE = -1;

/**
 * The constructs of an app, each with a number, in the order of `node.findAll()`: parents before children, children in the
 * order of creation. The constructs below another are then a range of numbers. Built without recursion, because a deep tree
 * would overflow the call stack.
 */
export class AppTree {
  readonly constructs: IConstruct[] = [];
  readonly parent: number[] = [];
  /** One more than the number of the last construct at or below this one. */
  readonly end: number[] = [];
  /** The nearest chart at or above, as `Chart.of` finds it. */
  readonly chart: number[] = [];
  readonly isChart: boolean[] = [];
  readonly isObject: boolean[] = [];
  /** The number of API objects at or below, without those of other charts. */
  readonly objectCount: number[] = [];

  private readonly numbers = new Map<IConstruct, number>();

  constructor(app: IConstruct) {
    const open: { construct: IConstruct; parent: number }[] = [{ construct: app, parent: NONE }];
    for (let next = open.pop(); next; next = open.pop()) {
      const number = this.add(next.construct, next.parent);
      const { children } = next.construct.node;
      for (let i = children.length - 1; i >= 0; i--) open.push({ construct: children[i], parent: number });
    }
    for (let i = this.size - 1; i > 0; i--) {
      const parent = this.parent[i];
      this.end[parent] = Math.max(this.end[parent], this.end[i]);
      if (!this.isChart[i]) this.objectCount[parent] += this.objectCount[i];
    }
  }

  get size(): number {
    return this.constructs.length;
  }

  /** The number of a construct; `undefined` if it belongs to another app. */
  numberOf(construct: IConstruct): number | undefined {
    return this.numbers.get(construct);
  }

  contains(outer: number, inner: number): boolean {
    return outer <= inner && inner < this.end[outer];
  }

  childrenOf(number: number): number[] {
    const children: number[] = [];
    for (let i = number + 1; i < this.end[number]; i = this.end[i]) children.push(i);
    return children;
  }

  /** The API objects at or below a construct, without those of other charts. */
  objectsOf(number: number): number[] {
    const objects: number[] = [];
    for (let i = number; i < this.end[number]; ) {
      const foreign = this.isChart[i] && i !== number;
      if (this.isObject[i]) objects.push(i);
      i = foreign ? this.end[i] : i + 1;
    }
    return objects;
  }

  path(number: number): string {
    return this.constructs[number].node.path || '(app)';
  }

  private add(construct: IConstruct, parent: number): number {
    const number = this.constructs.push(construct) - 1;
    const isChart = Chart.isChart(construct);
    const isObject = ApiObject.isApiObject(construct);
    this.numbers.set(construct, number);
    this.parent.push(parent);
    this.end.push(number + 1);
    this.isChart.push(isChart);
    this.isObject.push(isObject);
    this.objectCount.push(isObject ? 1 : 0);
    this.chart.push(isChart ? number : parent === NONE ? NONE : this.chart[parent]);
    return number;
  }
}
