import { build } from '../controllers/builds';
import type { Controller } from '../controllers/catalogue';

/** A suite that needs real controllers: left out, with the reason, only where the module proxy refuses one of them. */
export function describeWith(controllers: readonly Controller[], title: string, tests: () => void): void {
  for (const controller of controllers) {
    const built = build(controller, () => {});
    if ('binary' in built) continue;
    const reason = `${controller}: ${built.refused}`;
    process.stderr.write(`training: "${title}" is left out: ${reason}\n`);
    describe.skip(`${title} (${reason})`, tests);
    return;
  }
  describe(title, tests);
}
