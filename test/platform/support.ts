import { App, Testing } from 'cdk8s';
import type { MlNamespace } from '../../lib/platform';

export const app = () => Testing.app();

/** The documents of a chart, as `kind/name` to object. */
export function documents(chart: MlNamespace): Map<string, any> {
  return new Map(Testing.synth(chart).map((object: any) => [`${object.kind}/${object.metadata.name}`, object]));
}

/** The message of what `make` throws, from the line of the construct on. */
export function refusal(make: (app: App) => unknown): string {
  const tree = new App({ outdir: 'unused' });
  let message = '';
  try {
    make(tree);
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message).not.toBe('');
  // nothing half made stays behind
  expect(tree.node.tryFindChild('refused')).toBeUndefined();
  return message;
}
