import { decide } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import type { LinkPlan } from './link';
import type { WorkloadProps } from './workload-props';

/** The links of a workload, and the environment that they give it. */
export interface LinksPlan {
  readonly links: readonly LinkPlan[];
  readonly env: Readonly<Record<string, string>>;
}

/** Checks the links, and refuses a variable that two of them, or the user's environment, set. */
export function decideLinks(
  check: Checker,
  { links = [], env = {}, variables = {}, config = {} }: WorkloadProps,
): LinksPlan {
  const owners = new Map([...Object.keys(config)].map((name) => [name, 'config']));
  for (const name of Object.keys(env)) owners.set(name, 'env');
  for (const name of Object.keys(variables)) owners.set(name, 'variables');
  const plans = links.flatMap((link, i) => {
    const at = check.at('links').at(i);
    const plan = decide(at, link._definition, undefined);
    for (const name of Object.keys(plan?.env ?? {})) {
      const other = owners.get(name);
      if (other) at.at('env').refuse(name, `a variable that ${other} does not set too`, 'set it in one of the two');
      owners.set(name, `links[${i}]`);
    }
    return plan ? [plan] : [];
  });
  return { links: plans, env: Object.assign({}, ...plans.map((plan) => plan.env)) };
}
