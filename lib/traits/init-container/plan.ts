import { decide } from '../../internal/definition';
import { Checker } from '../../internal/errors';
import type { EnvVar } from '../../internal/kubernetes';
import type { ContainerContext } from '../../pod/container/container';
import type { PodFacts } from '../../values/sources/definition';
import { CERTIFICATES, passedEnvironment } from '../../values/sources/pod-environment';
import {
  addExtraContainer,
  type ExtraContainerContext,
  type ExtraContainerPlan,
  type PlannedExtraContainer,
} from '../extra-container/plan';

export type InitContainerContext = ExtraContainerContext;

/** Everything that is decided about one init container before it is planned. */
export interface InitContainerPlan extends ExtraContainerPlan {
  readonly beforeDownloads: boolean;
  /** The longest time that it takes. */
  readonly seconds: number;
}

/** An init container, and what its pod must know of it. */
export interface PlannedInitContainer extends PlannedExtraContainer {
  readonly beforeDownloads: boolean;
}

/** What is true of the whole pod, whichever tool reads it. */
const PASSED = { certificates: CERTIFICATES, others: ['HF_ENDPOINT'] };

/**
 * Plans the container. It gets the proxies and the certificates of private authorities that the main container was given,
 * unless it was given its own, and a home that it can write to: its user may have none in the image.
 */
export function addInitContainer(
  check: Checker,
  plan: InitContainerPlan,
  mainContainer: string,
  facts: PodFacts,
  context: ContainerContext,
): PlannedInitContainer {
  const { env: passed, files } = passedEnvironment(facts, PASSED);
  const own = ownVariables(plan);
  const isFree = ({ name }: EnvVar) => !own.has(name);
  const planned = addExtraContainer(
    check,
    {
      ...plan,
      request: {
        ...plan.request,
        environment: {
          values: own.has('HOME') ? {} : { HOME: '/tmp' },
          references: passed.filter(isFree),
        },
      },
    },
    mainContainer,
    context,
  );
  return { ...planned, files, beforeDownloads: plan.beforeDownloads };
}

/** Names of the variables that the user gave it. */
function ownVariables({ request: { props } }: InitContainerPlan): ReadonlySet<string> {
  const { env = {}, variables = {}, config = {}, secrets = [] } = props;
  // what is wrong in them is reported where the container is planned
  const planned = secrets.flatMap((one) => decide(Checker.named(''), one._definition, undefined) ?? []);
  const secret = planned.flatMap((one) => one.env.map(({ name }) => name));
  return new Set([...Object.keys(env), ...Object.keys(variables), ...Object.keys(config), ...secret]);
}
