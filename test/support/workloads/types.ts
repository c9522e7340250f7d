import type { Construct } from 'constructs';
import type { Compute } from '../../../lib';
import type { Values } from '../arbitrary-recipes';

/** A value, or a function that makes it where it has to stand in the construct tree. */
export type Given<Value> = Value | ((scope: Construct) => Value);

/** A value that is refused. */
export interface Fault {
  readonly value: Given<unknown>;
  /** The path that the error names. */
  readonly at: string;
  /** Legal props, beside which nothing else is wrong with the value. */
  readonly beside?: object;
}

/** The test values of one prop. */
export interface PropRow<Value> {
  /** A legal value whose effect is visible in the manifests. */
  readonly value: Given<Value>;
  /**
   * Text that the manifests contain as JSON because of the value; a function where the value removes something. Left out
   * where the construct's own manifests do not show it.
   */
  readonly trace?: string | ((json: string) => boolean);
  /** Random values, most of them legal. */
  readonly random: Values;
  readonly faulty: Fault;
}

/** A row for each prop: a new prop does not compile until it has one. */
export type PropRows<Props> = { readonly [Prop in keyof Required<Props>]: PropRow<Required<Props>[Prop]> };

/** Where a construct takes a value of some class: the path in an error, and the props around it. */
export interface Receiver<Props> {
  readonly at: string;
  readonly props: (value: any) => Partial<Props>;
}

/** A construct of the public API, and all that the shared tests need to know of it. */
export interface TestedConstruct<Props = any> {
  /** The class, or the factory: `ModelService`, `MlNamespace.existing`. */
  readonly name: string;
  /** What runs it, where there is a choice. */
  readonly engine?: string;
  /** As error messages name the call: `new ModelService`, `MlNamespace.existing`. */
  readonly called: string;
  /** What it is made in. */
  readonly within: 'app' | 'namespace';
  readonly make: (scope: Construct, id: string, props: Props) => Construct;
  /** The fewest props that are accepted. */
  readonly minimal: Props;
  readonly rows: PropRows<Props>;
  /** Props that exclude others: left out where all are given, and tried beside the fewest props. */
  readonly exclusive?: readonly (keyof Props)[];
  /** Props that its engine refuses, each with words of the error: left out of all other tests. */
  readonly refuses?: { readonly [prop: string]: RegExp };
  /** Legal props of which each can be left out, with a value in every list, map and struct. */
  readonly separable: (scope: Construct) => Props;
  /** Random props, about half of them accepted. */
  readonly random: Values;
  /** The classes that it takes values of, and factories whose values it takes in another place: `Distribution.mpi`. */
  readonly receives: { readonly [type: string]: Receiver<Props> };
}

/** Where the pods of a workload are. */
export interface TestedPods {
  /** The kind of the object that carries them. */
  readonly kind: string;
  /** The container that runs the image of the user. */
  readonly container: string;
  /** Part of the path of their template, where the object has several. */
  readonly at?: string;
}

/** A construct that runs pods. */
export interface TestedWorkload<Props = any> extends TestedConstruct<Props> {
  readonly engine: string;
  readonly pod: TestedPods;
  /** Where it takes the compute of that container. */
  readonly compute: Receiver<Props> & { readonly props: (compute: Compute) => Partial<Props> };
}
