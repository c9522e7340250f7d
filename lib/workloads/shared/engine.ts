import type { Checker } from '../../internal/errors';
import type { ObjectPlan } from '../../internal/object-plan';
import type { ScaleTarget } from '../../traits/scale-target';
import type { ClusterFeatureName } from '../../values/cluster-features';
import type { ClusterTarget } from '../../values/cluster-target';

/**
 * Whether an engine can do something: always, where the cluster has a feature, or not, with the reason in words that a user
 * reads.
 */
export type Support = true | ClusterFeatureName | { readonly not: string };

/** Something that engines of a workload may differ in. */
export interface Feature<Plan> {
  /** The prop that asks for it. */
  readonly prop: string;
  /** What it is, for messages and for the table in the docs. */
  readonly title: string;
  /** Props that ask for it, for the test that takes each supported feature through synthesis. */
  example(): object;
  /** What the user asked for; `undefined` where the user did not: a refusal never speaks of a default. */
  asked(plan: Plan): unknown;
}

/** The features of a workload, by name. */
export type Features<Plan, Name extends string> = Readonly<Record<Name, Feature<Plan>>>;

/** One system that can run a workload. It writes a finished plan as objects, and decides nothing. */
export interface Engine<Plan, FeatureName extends string, Names = unknown> {
  /** Short name, as the factory that chooses it has it: `kubernetes`. */
  readonly id: string;
  /** How the docs and messages call it. */
  readonly title: string;
  /** API groups with their version that have to be installed, `jobset.x-k8s.io/v1alpha2`. */
  apis(target: ClusterTarget): readonly string[];
  /** What it can do. A new feature does not compile until every engine has answered. */
  readonly can: Readonly<Record<FeatureName, Support>>;
  /** What autoscalers point at; known before planning, so that the plan's autoscaler is finished. */
  scaleTarget?(names: Names): ScaleTarget;
  /** The plan as objects, in the order in which a reader wants to meet them. */
  objects(plan: Plan): readonly ObjectPlan[];
}

/** Refuses everything that was asked for and that the engine cannot do, and APIs that the cluster does not have. */
export function refuseUnsupported<Plan, Name extends string>(
  check: Checker,
  engine: Engine<Plan, Name>,
  all: readonly Engine<Plan, Name>[],
  features: Features<Plan, Name>,
  plan: Plan,
  target: ClusterTarget,
): void {
  for (const api of engine.apis(target)) target._requireApi(api, check.at('engine'), engine.title);
  for (const [name, feature] of Object.entries<Feature<Plan>>(features)) {
    const asked = feature.asked(plan);
    if (asked === undefined) continue;
    const at = check.at(feature.prop);
    const support = engine.can[name as Name];
    if (support === true) continue;
    if (typeof support === 'string') target._require(support, at, `${feature.title} on ${engine.title}`);
    else
      refuse(
        at,
        asked,
        engine,
        all.filter((one) => canDo(one, name as Name, target)),
        feature,
        support.not,
      );
  }
}

function refuse<Plan, Name extends string>(
  check: Checker,
  asked: unknown,
  engine: Engine<Plan, Name>,
  able: readonly Engine<Plan, Name>[],
  { title, prop }: Feature<Plan>,
  reason: string,
): void {
  const others = able.map(({ id }) => id).join(', ');
  check.refuse(
    asked,
    `nothing: ${engine.title} (engine ${engine.id}) does not support ${title}: ${reason}`,
    others ? `choose one of the engines that do (${others}), or leave ${prop} out` : `leave ${prop} out`,
  );
}

/** True where the engine can do it on the cluster. */
export function canDo<Plan, Name extends string>(
  engine: Engine<Plan, Name>,
  feature: Name,
  target: ClusterTarget,
): boolean {
  const support = engine.can[feature];
  return support === true || (typeof support === 'string' && target._has(support));
}
