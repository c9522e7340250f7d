import type { ApiObject } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { Checker } from '../../internal/errors';
import { contentHash } from '../../internal/hash';
import type { ObjectPlan } from '../../internal/object-plan';
import { namespaceOf } from '../../internal/scope';

interface Made {
  readonly object: ApiObject;
  readonly content: string;
}

/** Objects that were made for several workloads, by app. */
const MADE = new WeakMap<IConstruct, Map<string, Made>>();

/**
 * Makes an object that several workloads of a namespace need, such as the ExternalSecret of one Secret: the first workload
 * makes it. Refuses a second one of the name that says something else.
 */
export function makeOnce(workload: Construct, plan: ObjectPlan, make: () => ApiObject): void {
  const known = MADE.get(workload.node.root) ?? new Map<string, Made>();
  MADE.set(workload.node.root, known);
  const { apiVersion, kind, metadata, fields } = plan;
  const key = [apiVersion, kind, namespaceOf(workload) ?? '', metadata.name].join('/');
  const content = contentHash(fields);
  const made = known.get(key);
  // what belonged to a construct that could not be made is not in the tree
  if (!made || !isInTree(made.object)) known.set(key, { object: make(), content });
  else if (made.content !== content) {
    const check = Checker.for(workload);
    check
      .at('secrets')
      .refuse(
        metadata.name,
        `what ${made.object.node.path} says of the ${kind} of this name: it is made once per namespace`,
        'give both workloads the same store, data and refresh, or choose another name for one',
      );
    check.done();
  }
}

function isInTree({ node }: ApiObject): boolean {
  return node.scopes.every(({ node: one }) => !one.scope || one.scope.node.tryFindChild(one.id)?.node === one);
}
