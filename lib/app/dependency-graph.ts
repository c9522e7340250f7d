import { fail } from '../internal/errors';
import { cycleProblem } from './cycle';
import { type AppTree, NONE } from './tree';

const NEW = 0;
const OPEN = 1;
const DONE = 2;

/**
 * Who comes before whom among the constructs of an app.
 *
 * A dependency of one construct on another means two things to stock: the one construct comes after the other, and so does
 * every object below the one after every object below the other. The second is kept here in vertices of its own, one for
 * "the objects below" and one for "what the objects below come after" of each construct, so that it takes no pair of objects.
 * Vertices are numbers: `c` for the construct, `size + c` for what its objects come after, `2 * size + c` for its objects.
 */
export class DependencyGraph {
  /** Whether objects at or below come after anything, by a dependency of theirs or of something above them in the chart. */
  private readonly comesAfter: boolean[];
  /** How many dependencies there are of the constructs with a lower number. */
  private readonly dependenciesBefore: number[];
  /** Objects that a dependency has on both of its sides; see `onBothSides`. */
  private readonly exceptions = new Map<number, Set<string>>();
  private readonly marks: Uint8Array;

  constructor(
    private readonly tree: AppTree,
    private readonly of: ReadonlyMap<number, ReadonlySet<number>>,
  ) {
    const { size, parent, isChart } = tree;
    this.comesAfter = new Array(size);
    this.dependenciesBefore = new Array(size + 1).fill(0);
    for (let i = 0; i < size; i++) {
      this.comesAfter[i] = of.has(i) || (!isChart[i] && parent[i] !== NONE && this.comesAfter[parent[i]]);
      this.dependenciesBefore[i + 1] = this.dependenciesBefore[i] + (of.get(i)?.size ?? 0);
    }
    for (const [source, targets] of of) for (const target of targets) this.onBothSides(source, target);
    this.marks = new Uint8Array(3 * size);
  }

  /** Whether anything at or below the construct declares a dependency. */
  hasDependencies(number: number): boolean {
    return this.dependenciesBefore[this.tree.end[number]] > this.dependenciesBefore[number];
  }

  /** The constructs at or below one, each behind those that it depends on; the others in the order of `starts`. */
  sorted(top: number, starts?: readonly number[]): number[] {
    const end = this.tree.end[top];
    const all = starts ?? Array.from({ length: end - top }, (_, i) => top + i);
    if (!this.hasDependencies(top)) return [...all];
    const wanted = this.wanted(top, end);
    for (let kind = 0; kind < 3; kind++) this.marks.fill(NEW, kind * this.tree.size + top, kind * this.tree.size + end);
    const sorted: number[] = [];
    for (const number of all) if (!wanted[number - top]) this.visit(number, top, end, sorted);
    // what is left is wanted by something that is left: a way round, which the visit finds
    if (sorted.length < all.length) for (const number of all) this.visit(number, top, end, sorted);
    return sorted;
  }

  /** Which constructs of a range something else in the range depends on: these wait until they are called for. */
  private wanted(top: number, end: number): boolean[] {
    const { tree, of } = this;
    const wanted: boolean[] = new Array(end - top).fill(false);
    const objectsWanted: boolean[] = new Array(end - top).fill(false);
    for (let source = top; source < end; source++) {
      for (const target of of.get(source) ?? []) {
        if (target < top || target >= end) continue;
        wanted[target - top] = true;
        if (!this.isException(source, target)) objectsWanted[target - top] ||= tree.objectCount[source] > 0;
        else
          for (const object of tree.objectsOf(target))
            if (!this.exceptions.get(object)?.has(key(source, target)) || tree.objectCount[source] > 1)
              wanted[object - top] = true;
      }
    }
    for (let i = top; i < end; i++) {
      const parent = tree.parent[i];
      if (i > top && !tree.isChart[i]) objectsWanted[i - top] ||= objectsWanted[parent - top];
      if (tree.isObject[i] && objectsWanted[i - top]) wanted[i - top] = true;
    }
    return wanted;
  }

  /** Depth first, without recursion: a chain of ten thousand charts must not end the stack. */
  private visit(start: number, top: number, end: number, sorted: number[]): void {
    const { marks, tree } = this;
    if (marks[start] !== NEW) return;
    const way = [{ vertex: start, after: this.after(start, top, end), tried: 0 }];
    marks[start] = OPEN;
    while (way.length) {
      const step = way[way.length - 1];
      if (step.tried === step.after.length) {
        way.pop();
        marks[step.vertex] = DONE;
        if (step.vertex < tree.size) sorted.push(step.vertex);
        continue;
      }
      const next = step.after[step.tried++];
      if (marks[next] === DONE) continue;
      if (marks[next] === OPEN) {
        const vertices = way.map(({ vertex }) => vertex);
        fail([
          cycleProblem(
            tree,
            vertices.slice(vertices.indexOf(next)).filter((vertex) => vertex < tree.size),
          ),
        ]);
      }
      marks[next] = OPEN;
      way.push({ vertex: next, after: this.after(next, top, end), tried: 0 });
    }
  }

  /** What comes before a vertex, those outside the range left out; in the order in which stock would look at it. */
  private after(vertex: number, top: number, end: number): number[] {
    const { size } = this.tree;
    const number = vertex % size;
    if (vertex >= 2 * size) return this.objectVertices(number);
    if (vertex >= size) return this.beforeObjectsBelow(number, top, end);
    const direct = [...(this.of.get(number) ?? [])].filter((target) => target >= top && target < end);
    if (!this.tree.isObject[number] || !this.comesAfter[number]) return direct;
    return direct.concat(this.exceptions.has(number) ? this.beforeException(number, top, end) : [size + number]);
  }

  private objectVertices(number: number): number[] {
    const { tree } = this;
    const below = tree.childrenOf(number).filter((child) => !tree.isChart[child] && tree.objectCount[child] > 0);
    const vertices = below.map((child) => 2 * tree.size + child);
    return tree.isObject[number] ? [number, ...vertices] : vertices;
  }

  private beforeObjectsBelow(number: number, top: number, end: number): number[] {
    const { size, isChart, parent } = this.tree;
    const above = !isChart[number] && this.comesAfter[parent[number]] ? [size + parent[number]] : [];
    const targets = [...(this.of.get(number) ?? [])].filter((target) => target >= top && target < end);
    return above.concat(targets.map((target) => 2 * size + target));
  }

  /** The same for an object that is among what it has to come after: one by one, itself left out. */
  private beforeException(object: number, top: number, end: number): number[] {
    const { tree } = this;
    let before: number[] = [];
    for (const source of this.upToChart(object)) {
      for (const target of this.of.get(source) ?? []) {
        if (target < top || target >= end) continue;
        const excepted = this.exceptions.get(object)!.has(key(source, target));
        if (excepted) before = before.concat(tree.objectsOf(target).filter((other) => other !== object));
        else before.push(2 * tree.size + target);
      }
    }
    return before;
  }

  /** The chart of a construct, and what is between the two, outermost first. */
  private upToChart(number: number): number[] {
    const way: number[] = [];
    for (let at = number; at !== this.tree.parent[this.tree.chart[number]]; at = this.tree.parent[at]) way.unshift(at);
    return way;
  }

  /**
   * Where one of the two contains the other, the objects of the inner one have to come after themselves. Stock lets an
   * object off from coming after itself, so that it is no way round as long as there is only one.
   */
  private onBothSides(source: number, target: number): void {
    const { tree } = this;
    if (tree.chart[source] !== tree.chart[target]) return;
    const inner = tree.contains(source, target) ? target : tree.contains(target, source) ? source : NONE;
    if (inner === NONE || tree.objectCount[inner] === 0) return;
    const [object, other] = tree.objectsOf(inner);
    if (other !== undefined) {
      const how = inner === target ? 'which is inside it' : 'which contains it';
      fail([cycleProblem(tree, [object, other], `${tree.path(source)} depends on ${tree.path(target)}, ${how}`)]);
    }
    if (!this.exceptions.has(object)) this.exceptions.set(object, new Set());
    this.exceptions.get(object)!.add(key(source, target));
  }

  private isException(source: number, target: number): boolean {
    const { tree } = this;
    if (tree.chart[source] !== tree.chart[target]) return false;
    if (tree.objectCount[source] === 0 || tree.objectCount[target] === 0) return false;
    return tree.contains(source, target) || tree.contains(target, source);
  }
}

function key(source: number, target: number): string {
  return `${source} ${target}`;
}
