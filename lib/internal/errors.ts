import { Script } from 'node:vm';
import type { IConstruct } from 'constructs';
import { printable, show } from './show';

export { show } from './show';

/** One thing a user got wrong, in the one shape that every error of the library has. */
export interface Problem {
  /** Path of the construct, or the name of the factory where there is no construct yet. */
  readonly path: string;
  /** Path of the prop inside the construct's props, for example `compute.memoryLimit`. */
  readonly prop: string;
  /** The value as it was given; `undefined` reads as "nothing". */
  readonly got: unknown;
  /** What would have been right, as a noun phrase. */
  readonly expected: string;
  /** What to write instead, as an instruction. */
  readonly fix: string;
}

/**
 * Everything a user can do wrong ends up here, all problems of one construct in one throw.
 *
 * Not exported from the package: jsii cannot carry error classes, and a Python user meets the message only.
 */
export class ValidationError extends Error {
  declare readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(describe(problems));
    // not enumerable: Node would print the problems a second time, as an object, below the message
    Object.defineProperty(this, 'problems', { value: problems });
    this.name = 'ValidationError';
    this.stack = `${this.name}: ${this.message}\n${ownFrames(this.stack ?? '')}`;
  }
}

/** Collects the problems of one construct (or factory), then throws them together. */
export class Checker {
  /** For a construct that is about to be made: checked before `super()`, so that nothing half made stays in the tree. */
  static forChild(scope: IConstruct, id: string): Checker {
    // neither is sure to be what it should: that is checked with what this gives
    const parts = [scope?.node?.path, typeof id === 'string' ? id : ''];
    return new Checker(parts.filter(Boolean).join('/') || '(new construct)');
  }

  /** For a construct that exists already. */
  static for(construct: IConstruct): Checker {
    return new Checker(construct.node.path || '(app)');
  }

  private constructor(
    readonly path: string,
    private readonly prop = '',
    private readonly found: Found = { problems: [], refusals: 0, faulty: new Set() },
  ) {}

  /** For a factory that has no construct, for example `ClusterTarget.kubernetes`. */
  static named(path: string): Checker {
    return new Checker(path);
  }

  /** The same collection, one prop deeper: `at('compute').at('cpu')` reports `compute.cpu`; a number reports `[0]`. */
  at(prop: string | number): Checker {
    if (typeof prop === 'number') return new Checker(this.path, `${this.prop}[${prop}]`, this.found);
    // a key of a map can be anything: one that would not be seen is quoted
    const step = /^\s|\s$|^$/.test(prop) ? `'${prop}'` : prop;
    return new Checker(this.path, this.prop ? `${this.prop}.${step}` : step, this.found);
  }

  /** Records a problem at the current prop, unless the prop has a fault already that this one would only repeat. */
  refuse(got: unknown, expected: string, fix: string): void {
    this.found.refusals += 1;
    if (this.hasFault()) return;
    const { prop } = this;
    // what several pods of one workload have in common is checked with each
    const isKnown = this.found.problems.some(
      (one) => one.prop === prop && one.expected === expected && one.fix === fix && Object.is(one.got, got),
    );
    if (!isKnown) this.found.problems.push({ path: this.path, prop, got, expected, fix });
  }

  /**
   * Records a value of a wrong type. The checks that follow see the props without it, and what they refuse at this prop
   * or below follows from that: it is not reported.
   */
  refuseType(got: unknown, expected: string, fix: string): void {
    this.refuse(got, expected, fix);
    this.found.faulty.add(this.prop);
  }

  /** Runs a check; true where it refused nothing and the prop had no fault before. */
  passes(run: () => void): boolean {
    const before = this.found.refusals;
    run();
    return this.found.refusals === before && !this.hasFault() && !this.hasFaultInside();
  }

  /** Runs what relies on what was checked. An exception that follows from problems found before is left out. */
  attempt<Result>(run: () => Result): Result | undefined {
    try {
      return run();
    } catch (error) {
      if (this.clean) throw error;
      return undefined;
    }
  }

  /** True while nothing was refused. */
  get clean(): boolean {
    return this.found.problems.length === 0;
  }

  /**
   * Throws everything that was refused, if anything was.
   *
   * @param order names of props in the order in which their problems are listed, before those of all other props
   */
  done(order: readonly string[] = []): void {
    if (this.clean) return;
    const position = ({ prop }: Problem) => {
      const found = order.findIndex(
        (name) => prop === name || prop.startsWith(`${name}.`) || prop.startsWith(`${name}[`),
      );
      return found < 0 ? order.length : found;
    };
    fail([...this.found.problems].sort((a, b) => position(a) - position(b)));
  }

  private hasFault(): boolean {
    if (this.found.faulty.size === 0) return false;
    for (let at = this.prop; at; at = at.replace(/(\.|\[)[^.[]*$|^[^.[]*$/, ''))
      if (this.found.faulty.has(at)) return true;
    return false;
  }

  private hasFaultInside(): boolean {
    return [...this.found.faulty].some(
      (faulty) => faulty.startsWith(`${this.prop}.`) || faulty.startsWith(`${this.prop}[`),
    );
  }
}

/** What the checkers of one construct have found together. */
interface Found {
  readonly problems: Problem[];
  /** Problems, and those that were not reported because they repeat a fault. */
  refusals: number;
  /** Props whose values have a wrong type. */
  readonly faulty: Set<string>;
}

/** Throws; never returns. The one place in the library that throws for a user's mistake. */
export function fail(problems: readonly Problem[]): never {
  throw unadorned(new ValidationError(problems));
}

let rethrow: Script | undefined;

/**
 * Node prints a line of source above an uncaught error: of ours, or under a module loader (tsx, ESM) of its own. Neither
 * says anything to a user. It leaves that out for an error that came through `vm` with `displayErrors`, which has put the
 * line into the stack instead; from there we take it out again.
 */
function unadorned(error: Error): Error {
  const { stack } = error;
  const thrown = Symbol.for('cdk8s-ml.thrown');
  const globals = globalThis as unknown as Record<symbol, unknown>;
  globals[thrown] = error;
  try {
    // compiled once: each compiled script stays in memory for long
    rethrow ??= new Script("throw globalThis[Symbol.for('cdk8s-ml.thrown')]");
    rethrow.runInThisContext({ displayErrors: true });
  } catch {
    error.stack = stack;
  } finally {
    delete globals[thrown];
  }
  return error;
}

function describe(problems: readonly Problem[]): string {
  const paths = [...new Set(problems.map((p) => p.path))];
  return paths
    .map((path) => {
      const own = problems.filter((p) => p.path === path);
      const title = `${printable(path)}: ${own.length === 1 ? '1 problem' : `${own.length} problems`}`;
      return [title, ...own.map(lines)].join('\n');
    })
    .join('\n\n');
}

function lines(p: Problem): string {
  return [
    `  ${printable(p.prop) || '(props)'}`,
    `    got       ${show(p.got)}`,
    `    expected  ${printable(p.expected)}`,
    `    fix       ${printable(p.fix)}`,
  ].join('\n');
}

/**
 * Code that is not the user's: packages, Node, and the kernel of jsii (`lib/program.js`, one line), which stands between
 * us and a program in Python.
 */
const FOREIGN = /node_modules|\(node:|at node:|[\\/]lib[\\/]program\.js:1:/;

/** The frames of the user's own code: what is inside a package or inside Node is of no help to whom the error is for. */
function ownFrames(stack: string): string {
  const libraryRoot = __dirname.replace(/[\\/]internal$/, '');
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .filter((line) => !line.includes(libraryRoot) && !FOREIGN.test(line))
    .join('\n');
}
