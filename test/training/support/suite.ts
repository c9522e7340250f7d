import { build } from '../controllers/builds';
import type { Controller } from '../controllers/catalogue';

/** Left out, with the reason, where what the tests need cannot be had; everything else that goes wrong fails. */
export function describeUnless(reason: string | undefined, title: string, tests: () => void): void {
  if (reason) {
    process.stderr.write(`training: "${title}" is left out: ${reason}\n`);
    describe.skip(`${title} (${reason})`, tests);
  } else {
    describe(title, tests);
  }
}

/** A suite that needs real controllers: left out only where the module proxy refuses one of them. */
export function describeWith(controllers: readonly Controller[], title: string, tests: () => void): void {
  const refusals = controllers.flatMap((controller) => {
    const built = build(controller, (line) => process.stderr.write(`training: ${line}\n`));
    return 'refused' in built ? [`${controller}: ${built.refused}`] : [];
  });
  describeUnless(refusals[0], title, tests);
}
