import { fail } from '../internal/errors';
import { cycleProblem } from './dependency-cycle';
import { type AppTree, NONE } from './tree';

const NEW = 0;
const OPEN = 1;
const DONE = 2;

/**
 * The order of the constructs of an app, as a graph.
 *
 * In stock, a dependency of construct A on construct B has two effects: A comes after B, and every object below A comes after
 * every object below B. To avoid an edge for each pair of objects, each construct has two more vertices: one that comes after
 * all objects below it, and one that comes before all of them.
 * Vertices are numbers: `c` is the construct, `size + c` comes before its objects, `2 * size + c` after its objects.
 */
export class DependencyGraph {
  /** Whether a construct, or one above it in the same chart, declares a dependency. */
  private readonly hasPredecessors: boolean[];
  /** The number of dependencies of all constructs with a lower number. */
  private readonly dependencyCount: number[];
  /** Objects that are on both sides of a dependency; see `addOverlap`. */
  private readonly overlaps = new Map<number, Set<string>>();
  private readonly marks: Uint8Array;

  constructor(
    private readonly tree: AppTree,
    private readonly targets: ReadonlyMap<number, ReadonlySet<number>>,
  ) {
    const { size, parent, isChart } = tree;
    this.hasPredecessors = new Array(size);
    this.dependencyCount = new Array(size + 1).fill(0);
    for (let i = 0; i < size; i++) {
      this.hasPredecessors[i] =
        targets.has(i) || (!isChart[i] && parent[i] !== NONE && this.hasPredecessors[parent[i]]);
      this.dependencyCount[i + 1] = this.dependencyCount[i] + (targets.get(i)?.size ?? 0);
    }
    for (const [source, ends] of targets) for (const target of ends) this.addOverlap(source, target);
    this.marks = new Uint8Array(3 * size);
  }

  /** Whether anything at or below the construct declares a dependency. */
  hasDependencies(number: number): boolean {
    return this.dependencyCount[this.tree.end[number]] > this.dependencyCount[number];
  }

  /** The constructs at or below one, each after those that it depends on; apart from that, in the order of `starts`. */
  sorted(top: number, starts?: readonly number[]): number[] {
    const end = this.tree.end[top];
    const all = starts ?? Array.from({ length: end - top }, (_, i) => top + i);
    if (!this.hasDependencies(top)) return [...all];
    const isTarget = this.findTargets(top, end);
    for (let kind = 0; kind < 3; kind++) this.marks.fill(NEW, kind * this.tree.size + top, kind * this.tree.size + end);
    const sorted: number[] = [];
    for (const number of all) if (!isTarget[number - top]) this.visit(number, top, end, sorted);
    // the rest are targets of each other: a cycle, which the visit finds
    if (sorted.length < all.length) for (const number of all) this.visit(number, top, end, sorted);
    return sorted;
  }

  /** The constructs of a range that others of the range depend on: they are placed when those are visited. */
  private findTargets(top: number, end: number): boolean[] {
    const { tree, targets } = this;
    const isTarget: boolean[] = new Array(end - top).fill(false);
    const objectsAreTargets: boolean[] = new Array(end - top).fill(false);
    for (let source = top; source < end; source++) {
      for (const target of targets.get(source) ?? []) {
        if (target < top || target >= end) continue;
        isTarget[target - top] = true;
        if (!this.isOverlap(source, target)) objectsAreTargets[target - top] ||= tree.objectCount[source] > 0;
        else
          for (const object of tree.objectsOf(target))
            if (!this.overlaps.get(object)?.has(key(source, target)) || tree.objectCount[source] > 1)
              isTarget[object - top] = true;
      }
    }
    for (let i = top; i < end; i++) {
      const parent = tree.parent[i];
      if (i > top && !tree.isChart[i]) objectsAreTargets[i - top] ||= objectsAreTargets[parent - top];
      if (tree.isObject[i] && objectsAreTargets[i - top]) isTarget[i - top] = true;
    }
    return isTarget;
  }

  /** Depth first, without recursion: a chain of ten thousand charts would overflow the call stack. */
  private visit(start: number, top: number, end: number, sorted: number[]): void {
    const { marks, tree } = this;
    if (marks[start] !== NEW) return;
    const stack = [{ vertex: start, predecessors: this.predecessors(start, top, end), next: 0 }];
    marks[start] = OPEN;
    while (stack.length) {
      const step = stack[stack.length - 1];
      if (step.next === step.predecessors.length) {
        stack.pop();
        marks[step.vertex] = DONE;
        if (step.vertex < tree.size) sorted.push(step.vertex);
        continue;
      }
      const next = step.predecessors[step.next++];
      if (marks[next] === DONE) continue;
      if (marks[next] === OPEN) {
        const vertices = stack.map(({ vertex }) => vertex);
        fail([
          cycleProblem(
            tree,
            vertices.slice(vertices.indexOf(next)).filter((vertex) => vertex < tree.size),
          ),
        ]);
      }
      marks[next] = OPEN;
      stack.push({ vertex: next, predecessors: this.predecessors(next, top, end), next: 0 });
    }
  }

  /** The vertices of the range that come before a vertex, in the order in which stock visits them. */
  private predecessors(vertex: number, top: number, end: number): number[] {
    const { size } = this.tree;
    const number = vertex % size;
    if (vertex >= 2 * size) return this.objectVertices(number);
    if (vertex >= size) return this.predecessorsOfObjects(number, top, end);
    const direct = [...(this.targets.get(number) ?? [])].filter((target) => target >= top && target < end);
    if (!this.tree.isObject[number] || !this.hasPredecessors[number]) return direct;
    return direct.concat(this.overlaps.has(number) ? this.predecessorsOfOverlap(number, top, end) : [size + number]);
  }

  private objectVertices(number: number): number[] {
    const { tree } = this;
    const below = tree.childrenOf(number).filter((child) => !tree.isChart[child] && tree.objectCount[child] > 0);
    const vertices = below.map((child) => 2 * tree.size + child);
    return tree.isObject[number] ? [number, ...vertices] : vertices;
  }

  private predecessorsOfObjects(number: number, top: number, end: number): number[] {
    const { size, isChart, parent } = this.tree;
    const above = !isChart[number] && this.hasPredecessors[parent[number]] ? [size + parent[number]] : [];
    const targets = [...(this.targets.get(number) ?? [])].filter((target) => target >= top && target < end);
    return above.concat(targets.map((target) => 2 * size + target));
  }

  /** The predecessors of an object that is on both sides of a dependency: each object, except itself. */
  private predecessorsOfOverlap(object: number, top: number, end: number): number[] {
    const { tree } = this;
    let before: number[] = [];
    for (const source of this.upToChart(object)) {
      for (const target of this.targets.get(source) ?? []) {
        if (target < top || target >= end) continue;
        const excepted = this.overlaps.get(object)!.has(key(source, target));
        if (excepted) before = before.concat(tree.objectsOf(target).filter((other) => other !== object));
        else before.push(2 * tree.size + target);
      }
    }
    return before;
  }

  /** The chart of a construct, and what is between the two, outermost first. */
  private upToChart(number: number): number[] {
    const path: number[] = [];
    for (let at = number; at !== this.tree.parent[this.tree.chart[number]]; at = this.tree.parent[at]) path.unshift(at);
    return path;
  }

  /**
   * If one side of a dependency contains the other, the objects of the inner side would come after themselves. Stock ignores
   * an object's dependency on itself, so with one object there is no cycle; with two objects there is one.
   */
  private addOverlap(source: number, target: number): void {
    const { tree } = this;
    if (tree.chart[source] !== tree.chart[target]) return;
    const inner = tree.contains(source, target) ? target : tree.contains(target, source) ? source : NONE;
    if (inner === NONE || tree.objectCount[inner] === 0) return;
    const [object, other] = tree.objectsOf(inner);
    if (other !== undefined) {
      const relation = inner === target ? 'which is inside it' : 'which contains it';
      fail([cycleProblem(tree, [object, other], `${tree.path(source)} depends on ${tree.path(target)}, ${relation}`)]);
    }
    if (!this.overlaps.has(object)) this.overlaps.set(object, new Set());
    this.overlaps.get(object)!.add(key(source, target));
  }

  private isOverlap(source: number, target: number): boolean {
    const { tree } = this;
    if (tree.chart[source] !== tree.chart[target]) return false;
    if (tree.objectCount[source] === 0 || tree.objectCount[target] === 0) return false;
    return tree.contains(source, target) || tree.contains(target, source);
  }
}

function key(source: number, target: number): string {
  return `${source} ${target}`;
}
