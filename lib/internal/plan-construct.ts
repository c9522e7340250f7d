import type { Construct } from 'constructs';
import { Checker } from './errors';
import { checkPlace } from './scope';
import { soundProps } from './type-check';

/**
 * The one pass over the props of a construct: checks and decides, and throws once, with everything that is wrong, before
 * the construct is made.
 *
 * @param called the constructor or factory, as the table of signatures has it: `new ModelService`
 * @param decide gives the plan; what it refuses goes into the same error
 */
export function planConstruct<Props extends object, Plan>(
  called: string,
  [scope, id, given]: readonly [scope: Construct, id: string, props: Props],
  decide: (check: Checker, props: Props) => Plan,
): Plan {
  const check = Checker.forChild(scope, id);
  const props = soundProps(check, called, [scope, id, given]);
  checkPlace(check, scope, id);
  const plan = check.attempt(() => decide(check, props));
  // as the user wrote them, whatever the order of the checks
  check.done(['scope', 'id', ...Object.keys(given)]);
  return plan as Plan;
}
