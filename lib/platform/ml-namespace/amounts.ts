import type { Checker } from '../../internal/errors';
import { parseQuantity } from '../../internal/quantity';

export type AmountKind = 'cpu' | 'memory' | 'any';

const MEBIBYTE = 2 ** 20;

/** The amount in base units; refuses what is not a quantity, or surely not of this resource. */
export function checkAmount(check: Checker, text: string | undefined, kind: AmountKind): number | undefined {
  if (text === undefined) return undefined;
  const value = typeof text === 'string' ? parseQuantity(text) : undefined;
  if (value === undefined || value < 0)
    check.refuse(text, `a Kubernetes quantity, for example ${EXAMPLES[kind]}`, 'write the amount as a string');
  else if (kind === 'cpu' && /(i|[MGTPE])$/.test(text))
    check.refuse(text, "an amount of CPU in cores or millicores, for example '4' or '500m'", 'drop the memory unit');
  // the API server rounds finer amounts up, and then keeps another number than was written
  else if (kind === 'cpu' && Math.abs(value * 1000 - Math.round(value * 1000)) > 1e-6)
    check.refuse(text, 'whole millicores', `write '${Math.ceil(value * 1000)}m'`);
  else if (kind === 'memory' && value > 0 && value < MEBIBYTE)
    check.refuse(text, 'at least 1Mi (m is a thousandth, no unit is bytes)', "write the unit, for example '512Mi'");
  // the API server warns of a part of a byte, for every pod that gets the amount by default
  else if (kind === 'memory' && !Number.isInteger(value))
    check.refuse(text, 'whole bytes', `write '${Math.ceil(value / MEBIBYTE)}Mi'`);
  else return value;
  return undefined;
}

const EXAMPLES: Record<AmountKind, string> = { cpu: "'4' or '500m'", memory: "'16Gi'", any: "'4' or '100Gi'" };

/** Refuses a number of things that is not whole. */
export function checkCount(check: Checker, count: number | undefined): void {
  if (count !== undefined && !(Number.isInteger(count) && count >= 0))
    check.refuse(count, 'a whole number, 0 or more', 'give the number of them');
}

/** Refuses `small` where it is above `large`; what is not known is not compared. */
export function checkOrder(
  check: Checker,
  small: { prop: string; text?: string; value?: number },
  large: { prop: string; text?: string; value?: number },
): void {
  if (small.value === undefined || large.value === undefined || small.value <= large.value) return;
  check
    .at(small.prop)
    .refuse(small.text, `at most ${large.prop} (${large.text})`, `lower ${small.prop} or raise ${large.prop}`);
}
